//! After `rollback()` there is no transaction.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    Entry::objects().count(&mut tx).await?;
    tx.rollback().await?;
    Ok(())
}

fn main() {
    let _ = run;
}
