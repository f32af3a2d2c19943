//! `Entry.objects.filter(blog=OuterRef("pk")).latest()`: ValueError: This queryset contains a
//! reference to an outer query and may only be used in a subquery.

use queryset::demo::blog::{Entry, blog, entry};
use queryset::{Db, Error, Sqlite, outer};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let entries = Entry::objects().filter(entry::blog_id.exact(outer(blog::id)));
    entries.latest(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
