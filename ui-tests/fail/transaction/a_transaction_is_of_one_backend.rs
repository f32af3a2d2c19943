//! Django looks the connection up by its alias at run time, whatever database it leads to.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Postgres, Sqlite, Transaction};

async fn archive(tx: &mut Transaction<'_, Sqlite>) -> Result<u64, Error> {
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
