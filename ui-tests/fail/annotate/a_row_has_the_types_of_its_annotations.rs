//! `Count` is an integer of 64 bits: Django says nothing of it.

use queryset::demo::blog::{Blog, blog};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let _: Vec<(Blog, i32)> = Blog::objects().annotate(blog::entry().count()).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
