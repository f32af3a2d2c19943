//! The ratings of the entries of the blogs.

use queryset::demo::blog::{Blog, blog};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Blog::objects().aggregate(blog::entry().rating.sum(), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
