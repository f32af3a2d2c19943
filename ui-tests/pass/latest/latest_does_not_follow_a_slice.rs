//! The latest of a slice is found by a query in which the slice is a subquery.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let slice = Entry::objects().limit(2).values_list(entry::id);
    Entry::objects().filter(entry::id.in_(slice)).latest(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
