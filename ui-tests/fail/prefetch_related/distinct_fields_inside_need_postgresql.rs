//! `Prefetch("entry_set", queryset=Entry.objects.distinct("blog"))` on SQLite: NotSupportedError.

use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::{Db, Error, Sqlite, prefetch};


async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let newest = Entry::objects().order_by(entry::blog_id).distinct_on(entry::blog_id);
    let _ = Blog::objects().prefetch_related(prefetch(blog::entry(), newest)).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
