//! A reference leaves the handle to its owner.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().count(&db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
