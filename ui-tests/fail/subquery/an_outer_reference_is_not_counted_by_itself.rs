//! `Entry.objects.filter(blog_id=OuterRef("pk")).count()`: ValueError: This queryset contains a
//! reference to an outer query and may only be used in a subquery.

use queryset::demo::blog::{Entry, blog, entry};
use queryset::{Db, Error, Sqlite, outer};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().filter(entry::blog_id.exact(outer(blog::id))).count(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
