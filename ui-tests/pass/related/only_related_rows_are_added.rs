//! Entries are added to those of a blog.

use queryset::demo::blog::{Blog, Entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let entry = Entry::objects().get(db).await?;
    let blog = Blog::objects().get(db).await?;
    blog.entry_set().add(&entry, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
