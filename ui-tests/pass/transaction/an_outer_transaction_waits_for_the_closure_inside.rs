//! The closure uses its own one.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<u64, Error> {
    db.atomic(async |mut tx| tx.atomic(async |mut inner| Entry::objects().count(&mut inner).await).await)
        .await
}

fn main() {
    let _ = run;
}
