//! In a transaction.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    db.atomic(async |mut tx| {
        Entry::objects().select_for_update().delete(&mut tx).await?;
        Ok(())
    })
    .await
}

fn main() {
    let _ = run;
}
