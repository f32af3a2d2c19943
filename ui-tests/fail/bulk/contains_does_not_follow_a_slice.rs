//! `Entry.objects.all()[:5].contains(entry)`: TypeError: Cannot filter a query once a slice has
//! been taken.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let entry = Entry::objects().latest(db).await?;
    Entry::objects().limit(5).contains(&entry, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
