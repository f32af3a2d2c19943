//! A slice is one for each blog.

use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::{Db, Error, Sqlite, prefetch};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let newest = Entry::objects().order_by(entry::pub_date.desc()).limit(1);
    let _ = Blog::objects().prefetch_related(prefetch(blog::entry(), newest)).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
