//! `Entry.objects.count() + 1` is right in Django; here a query is on its way until it is awaited.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let _: u64 = Entry::objects().count(db) + 1;
    Ok(())
}

fn main() {
    let _ = run;
}
