//! `Entry.objects.contains(entry)` is right in Django.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let entry = Entry::objects().latest(db).await?;
    Entry::objects().contains(entry, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
