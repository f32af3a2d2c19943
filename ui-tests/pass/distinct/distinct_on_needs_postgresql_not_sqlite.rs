//! PostgreSQL has DISTINCT ON.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Postgres};

async fn run(db: &Db<Postgres>) -> Result<(), Error> {
    Entry::objects().distinct_on(entry::blog_id).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
