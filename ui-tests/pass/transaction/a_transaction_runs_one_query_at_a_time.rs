//! One query is awaited before the next.

use queryset::demo::blog::{Blog, Entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    let entries = Entry::objects().count(&mut tx).await?;
    let blogs = Blog::objects().count(&mut tx).await?;
    println!("{entries} {blogs}");
    tx.commit().await?;
    Ok(())
}

fn main() {
    let _ = run;
}
