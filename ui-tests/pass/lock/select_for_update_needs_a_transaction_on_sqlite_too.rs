//! A lock lasts until the transaction ends, whatever the database is.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    Entry::objects().filter(entry::id.exact(1)).select_for_update().get(&mut tx).await?;
    tx.commit().await?;
    Ok(())
}

fn main() {
    let _ = run;
}
