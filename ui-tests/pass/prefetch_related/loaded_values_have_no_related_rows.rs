//! Instances in part have them.

use queryset::demo::blog::{Blog, blog};
use queryset::{Db, Error, Sqlite, prefetch_related_objects};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let blogs = Blog::objects().only(blog::name).all(db).await?;
    prefetch_related_objects(blogs, blog::entry(), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
