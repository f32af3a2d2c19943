//! PostgreSQL searches text.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Postgres};

async fn run(db: &Db<Postgres>) -> Result<(), Error> {
    Entry::objects().filter(entry::body_text.search("cheese")).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
