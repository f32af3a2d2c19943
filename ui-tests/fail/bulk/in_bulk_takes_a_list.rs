//! `Entry.objects.in_bulk(5)`: TypeError: 'int' object is not iterable

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().in_bulk(5, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
