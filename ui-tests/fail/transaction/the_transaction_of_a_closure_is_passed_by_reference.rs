//! `Entry.objects.using(tx).count()`: there is no such alias.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<u64, Error> {
    db.atomic(async |tx| Entry::objects().count(tx).await).await
}

fn main() {
    let _ = run;
}
