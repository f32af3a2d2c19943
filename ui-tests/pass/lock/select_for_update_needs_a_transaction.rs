//! A lock lasts until the transaction ends.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Postgres};

async fn run(db: &Db<Postgres>) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    Entry::objects().select_for_update().all(&mut tx).await?;
    tx.commit().await?;
    Ok(())
}

fn main() {
    let _ = run;
}
