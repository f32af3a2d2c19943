//! Several assignments are a tuple.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().update((entry::rating.set(4), entry::headline.set("Help!")), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
