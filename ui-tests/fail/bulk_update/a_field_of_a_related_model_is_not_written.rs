//! `Entry.objects.bulk_update(entries, ["blog__name"])`: Django raises `FieldDoesNotExist`.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let entries = Entry::objects().all(db).await?;
    Entry::objects().bulk_update(&entries, entry::blog().name, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
