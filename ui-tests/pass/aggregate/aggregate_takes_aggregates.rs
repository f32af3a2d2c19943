//! The best of all ratings.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let _: Option<i32> = Entry::objects().aggregate(entry::rating.max(), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
