//! A query inside `atomic()` after `set_rollback(True)`: TransactionManagementError: An error occurred
//! in the current transaction. You can't execute queries until the end of the 'atomic' block.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    tx.rollback().await?;
    Entry::objects().count(&mut tx).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
