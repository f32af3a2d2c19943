//! Zero where there are no rows.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let _: i64 = Entry::objects().aggregate(entry::rating.sum().default(0), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
