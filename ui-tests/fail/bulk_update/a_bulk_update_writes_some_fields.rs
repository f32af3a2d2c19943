//! `Entry.objects.bulk_update(entries, [])`: Django raises `ValueError`.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let entries = Entry::objects().all(db).await?;
    Entry::objects().bulk_update(&entries, (), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
