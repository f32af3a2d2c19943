//! The related model has an update of its own.

use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let blogs = Entry::objects().filter(entry::rating.gt(3)).values_list(entry::blog_id);
    Blog::objects().filter(blog::id.in_(blogs)).update(blog::name.set("New"), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
