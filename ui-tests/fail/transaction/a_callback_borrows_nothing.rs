//! `transaction.on_commit(lambda: announce(entry))`: it runs when the block is over.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn announce(_headline: &str) {}

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    db.atomic(async |mut tx| {
        let entry = Entry::objects().get(&mut tx).await?;
        tx.on_commit(async || announce(&entry.headline).await);
        Ok(())
    })
    .await
}

fn main() {
    let _ = run;
}
