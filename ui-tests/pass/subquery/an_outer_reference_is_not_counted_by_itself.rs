//! The query around it is counted.

use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::{Db, Error, Sqlite, exists, outer};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let entries = Entry::objects().filter(entry::blog_id.exact(outer(blog::id)));
    Blog::objects().filter(exists(entries)).count(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
