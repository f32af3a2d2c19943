//! `exists()` puts it into a query on the model that it refers to.

use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::{Db, Error, Sqlite, exists, outer};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let entries = Entry::objects().filter(entry::blog_id.exact(outer(blog::id)));
    Blog::objects().filter(exists(entries)).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
