//! An update is of instances.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().update(entry::rating.set(1), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
