//! `a.union(b).update(rating=1)`: NotSupportedError: Calling QuerySet.update() after union() is not
//! supported.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let good = Entry::objects().filter(entry::rating.gte(4));
    good.union(Entry::objects()).update(entry::rating.set(1), db).await?;
    Ok(())
}

fn main() {}
