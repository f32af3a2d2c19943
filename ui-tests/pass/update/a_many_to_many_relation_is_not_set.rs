//! The authors of an entry are set by the entry.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>, entry: &Entry) -> Result<(), Error> {
    entry.authors().set_keys([1], db).await
}

fn main() {
    let _ = run;
}
