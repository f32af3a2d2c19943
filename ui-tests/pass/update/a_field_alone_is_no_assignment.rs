//! `set()` makes an assignment.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().update(entry::rating.set(4), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
