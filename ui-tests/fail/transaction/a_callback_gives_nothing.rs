//! `transaction.on_commit(delete_all)`: an exception there undoes nothing.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let other = db.clone();
    db.atomic(async move |mut tx| {
        tx.on_commit(async move || Entry::objects().delete(&other).await);
        Ok(())
    })
    .await
}

fn main() {
    let _ = run;
}
