//! `Author.objects.filter(name__unaccent="Rene")` on SQLite: OperationalError: no such function: UNACCENT

use queryset::demo::blog::{Author, author};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Author::objects().filter(author::name.unaccent().exact("Rene")).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
