//! Django has one connection for each thread, and runs one query at a time on it.

use queryset::demo::blog::{Blog, Entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    let entries = Entry::objects().count(&mut tx);
    let blogs = Blog::objects().count(&mut tx);
    println!("{} {}", entries.await?, blogs.await?);
    tx.commit().await?;
    Ok(())
}

fn main() {
    let _ = run;
}
