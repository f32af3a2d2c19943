//! PostgreSQL knows how similar texts are.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Postgres};

async fn run(db: &Db<Postgres>) -> Result<(), Error> {
    Entry::objects().filter(entry::headline.similarity("lenon").gt(0.3)).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
