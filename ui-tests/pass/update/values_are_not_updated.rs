//! Rows are updated as instances.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().filter(entry::rating.exact(5)).update(entry::rating.set(1), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
