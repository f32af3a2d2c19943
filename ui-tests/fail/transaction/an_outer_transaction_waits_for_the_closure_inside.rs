//! `with atomic(): …` inside another block: what runs in it belongs to it.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<u64, Error> {
    db.atomic(async |mut tx| {
        tx.atomic(async |_inner| Entry::objects().count(&mut tx).await).await
    })
    .await
}

fn main() {
    let _ = run;
}
