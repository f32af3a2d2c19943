//! What is compared is said, or the schema says it.

use queryset::demo::blog::{Blog, Entry, blog};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Blog::objects().earliest_by(blog::name, db).await?;
    Entry::objects().earliest(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
