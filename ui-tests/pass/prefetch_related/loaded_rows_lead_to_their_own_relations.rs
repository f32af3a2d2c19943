//! The blog with its theme.

use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::{Db, Error, Sqlite, prefetch, prefetch_related_objects};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let entries = Entry::objects().all(db).await?;
    let blogs = prefetch(entry::blog(), Blog::objects().select_related(blog::theme()));
    let _ = prefetch_related_objects(entries, blogs, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
