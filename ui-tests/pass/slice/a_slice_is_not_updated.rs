//! The rows of a slice are updated by their keys.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let first = Entry::objects().limit(5).values_list(entry::id).flat().all(db).await?;
    Entry::objects().filter(entry::id.in_(first)).update(entry::rating.set(1), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
