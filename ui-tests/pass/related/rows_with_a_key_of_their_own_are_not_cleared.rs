//! The rows are deleted, or go to another blog.

use queryset::demo::blog::Blog;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let blog = Blog::objects().get(db).await?;
    blog.entry_set().delete(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
