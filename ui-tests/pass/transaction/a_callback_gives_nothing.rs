//! The callback deals with its own errors.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let other = db.clone();
    db.atomic(async move |mut tx| {
        tx.on_commit(async move || {
            if let Err(error) = Entry::objects().delete(&other).await {
                eprintln!("{error}");
            }
        });
        Ok(())
    })
    .await
}

fn main() {
    let _ = run;
}
