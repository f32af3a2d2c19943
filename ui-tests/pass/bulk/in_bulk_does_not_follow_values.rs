//! Parts of instances have keys.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().only(entry::headline).in_bulk([1], db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
