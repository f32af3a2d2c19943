//! `Prefetch("blog", queryset=Blog.objects.filter(…))`: an entry whose blog was left out has none.

use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::{Db, Error, Sqlite, prefetch};


async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let blogs = Blog::objects().filter(blog::id.gt(1));
    let rows: Vec<(Entry, Blog)> = Entry::objects().prefetch_related(prefetch(entry::blog(), blogs)).all(db).await?;
    let _ = rows;
    Ok(())
}

fn main() {
    let _ = run;
}
