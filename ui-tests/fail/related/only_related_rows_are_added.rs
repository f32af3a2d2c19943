//! `Entry.objects.add(entry)`: Django raises `AttributeError`.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let entry = Entry::objects().get(db).await?;
    Entry::objects().add(&entry, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
