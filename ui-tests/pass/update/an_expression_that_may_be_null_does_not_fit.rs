//! `coalesce()` says what it is where it is `NULL`.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().update(entry::headline.set(entry::summary.coalesce("")), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
