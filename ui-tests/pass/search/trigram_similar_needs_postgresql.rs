//! PostgreSQL finds similar text.

use queryset::demo::blog::{Author, author};
use queryset::{Db, Error, Postgres};

async fn run(db: &Db<Postgres>) -> Result<(), Error> {
    Author::objects().filter(author::name.trigram_similar("lenon")).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
