//! Rows are updated by the keys of the union.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let good = Entry::objects().filter(entry::rating.gte(4));
    let keys = good.union(Entry::objects()).values_list(entry::id);
    Entry::objects().filter(entry::id.in_(keys)).update(entry::rating.set(1), db).await?;
    Ok(())
}

fn main() {}
