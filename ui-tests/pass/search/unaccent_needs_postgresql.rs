//! PostgreSQL knows text without accents.

use queryset::demo::blog::{Author, author};
use queryset::{Db, Error, Postgres};

async fn run(db: &Db<Postgres>) -> Result<(), Error> {
    Author::objects().filter(author::name.unaccent().exact("Rene")).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
