//! A blog that was saved.

use queryset::demo::blog::{Blog, blog};
use queryset::{Db, Error, Sqlite, prefetch_related_objects};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let blogs = vec![Blog::create().name("new").tagline("").save(db).await?];
    let _ = prefetch_related_objects(blogs, blog::entry(), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
