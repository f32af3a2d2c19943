//! Entries are written as entries.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>, entries: &[Entry]) -> Result<u64, Error> {
    Entry::objects().bulk_update(entries, entry::rating, db).await
}

fn main() {
    let _ = run;
}
