//! A slice is searched as a subquery.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let entry = Entry::objects().latest(db).await?;
    let slice = Entry::objects().limit(5).values_list(entry::id);
    Entry::objects().filter(entry::id.in_(slice)).contains(&entry, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
