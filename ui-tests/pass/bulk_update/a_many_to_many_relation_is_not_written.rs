//! Columns are written.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let entries = Entry::objects().all(db).await?;
    Entry::objects().bulk_update(&entries, (entry::headline, entry::rating), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
