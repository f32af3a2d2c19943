//! By a mutable reference.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<u64, Error> {
    db.atomic(async |mut tx| Entry::objects().count(&mut tx).await).await
}

fn main() {
    let _ = run;
}
