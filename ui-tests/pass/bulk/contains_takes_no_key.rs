//! A key is asked for by a filter.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().filter(entry::id.exact(1)).exists(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
