//! `None` for a field that may be NULL.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut row = Entry::objects().only(entry::summary).get(db).await?;
    row.set(entry::summary, None);
    Ok(())
}

fn main() {
    let _ = run;
}
