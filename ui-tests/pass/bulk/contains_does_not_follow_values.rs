//! Instances contain instances.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let entry = Entry::objects().latest(db).await?;
    Entry::objects().only(entry::headline).contains(&entry, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
