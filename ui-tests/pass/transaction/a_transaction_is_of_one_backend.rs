//! The function says which database it is written for.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Postgres, Transaction};

async fn archive(tx: &mut Transaction<'_, Postgres>) -> Result<u64, Error> {
    Entry::objects().count(tx).await
}

async fn run(db: &Db<Postgres>) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    archive(&mut tx).await?;
    tx.commit().await
}

fn main() {
    let _ = run;
}
