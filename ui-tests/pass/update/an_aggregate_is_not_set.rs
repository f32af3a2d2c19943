//! An aggregate is asked for before.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let best = Entry::objects().aggregate(entry::rating.max(), db).await?;
    Entry::objects().update(entry::rating.set(best), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
