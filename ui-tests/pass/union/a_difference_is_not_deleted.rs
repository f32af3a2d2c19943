//! Rows are deleted by the keys of the difference.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let good = Entry::objects().filter(entry::rating.gte(4));
    let keys = Entry::objects().difference(good).values_list(entry::id);
    Entry::objects().filter(entry::id.in_(keys)).delete(db).await?;
    Ok(())
}

fn main() {}
