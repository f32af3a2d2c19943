//! In Django every query inside `atomic()` runs in it; here the transaction is an argument.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let tx = db.begin().await?;
    Entry::objects().count(&tx).await?;
    tx.commit().await?;
    Ok(())
}

fn main() {
    let _ = run;
}
