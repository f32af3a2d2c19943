//! A mutable reference: one query at a time.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    Entry::objects().count(&mut tx).await?;
    tx.commit().await?;
    Ok(())
}

fn main() {
    let _ = run;
}
