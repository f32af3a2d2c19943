//! A transaction knows the database that it was opened on.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Postgres};

async fn run(db: &Db<Postgres>) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    Entry::objects().distinct_on(entry::blog_id).first(&mut tx).await?;
    tx.commit().await?;
    Ok(())
}

fn main() {
    let _ = run;
}
