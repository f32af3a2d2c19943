//! `prefetch_related_objects(entries, "blog__theme")`: the theme belongs to the blog.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite, prefetch_related_objects};


async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let entries = Entry::objects().all(db).await?;
    let _ = prefetch_related_objects(entries, entry::blog().theme(), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
