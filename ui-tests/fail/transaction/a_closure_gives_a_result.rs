//! `with transaction.atomic(): entries.delete()`: an exception rolls back, so the closure must say
//! whether there was one.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    db.atomic(async |mut tx| {
        let _ = Entry::objects().delete(&mut tx).await;
    })
    .await
}

fn main() {
    let _ = run;
}
