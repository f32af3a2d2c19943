//! Django runs every query in the innermost `atomic()`; here the transaction around an open savepoint
//! cannot be used.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    let mut savepoint = tx.begin().await?;
    Entry::objects().count(&mut tx).await?;
    Entry::objects().count(&mut savepoint).await?;
    savepoint.commit().await?;
    tx.commit().await?;
    Ok(())
}

fn main() {
    let _ = run;
}
