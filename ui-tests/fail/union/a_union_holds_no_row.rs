//! `a.union(b).contains(entry)`: NotSupportedError: Calling QuerySet.contains() after union() is not
//! supported.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>, one: &Entry) -> Result<(), Error> {
    let good = Entry::objects().filter(entry::rating.gte(4));
    good.union(Entry::objects()).contains(one, db).await?;
    Ok(())
}

fn main() {}
