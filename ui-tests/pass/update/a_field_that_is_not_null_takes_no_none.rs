//! A field that is declared `null` takes `None`.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().update(entry::summary.set(None), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
