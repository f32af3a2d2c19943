//! A transaction holds the lock.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    Entry::objects().select_for_update().latest(&mut tx).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
