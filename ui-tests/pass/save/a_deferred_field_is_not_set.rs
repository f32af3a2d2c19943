//! A field that was loaded.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut row = Entry::objects().defer(entry::summary).get(db).await?;
    row.set(entry::rating, 1);
    row.save(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
