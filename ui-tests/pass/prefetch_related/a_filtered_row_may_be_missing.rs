//! A blog that may have been left out is an `Option`.

use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::{Db, Error, Sqlite, prefetch};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let blogs = Blog::objects().filter(blog::id.gt(1));
    let rows: Vec<(Entry, Option<Blog>)> =
        Entry::objects().prefetch_related(prefetch(entry::blog(), blogs)).all(db).await?;
    let _ = rows;
    Ok(())
}

fn main() {
    let _ = run;
}
