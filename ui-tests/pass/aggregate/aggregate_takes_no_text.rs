//! A number of keys.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let _: i64 = Entry::objects().aggregate(entry::id.count(), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
