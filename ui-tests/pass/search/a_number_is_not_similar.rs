//! Text is similar.

use queryset::demo::blog::{Author, author};
use queryset::{Db, Error, Postgres};

async fn run(db: &Db<Postgres>) -> Result<(), Error> {
    Author::objects().filter(author::name.trigram_similar("30")).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
