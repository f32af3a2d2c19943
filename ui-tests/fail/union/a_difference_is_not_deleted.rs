//! `a.difference(b).delete()`: NotSupportedError: Calling QuerySet.delete() after difference() is not
//! supported.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let good = Entry::objects().filter(entry::rating.gte(4));
    Entry::objects().difference(good).delete(db).await?;
    Ok(())
}

fn main() {}
