//! What is compared is said, or the schema says it.

use queryset::demo::blog::{Blog, Entry, blog};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Blog::objects().latest_by(blog::name, db).await?;
    Entry::objects().latest(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
