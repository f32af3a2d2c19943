//! `Entry.objects.contains(blog)` is always False in Django.

use queryset::demo::blog::{Blog, Entry, blog};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let blog = Blog::objects().latest_by(blog::id, db).await?;
    Entry::objects().contains(&blog, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
