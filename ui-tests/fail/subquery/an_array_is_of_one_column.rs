//! `ArraySubquery(Entry.objects.filter(blog=OuterRef("pk")).values("id", "headline"))`: ProgrammingError: subquery must return only one column

use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::{Db, Error, Postgres, array_subquery, outer};

async fn run(db: &Db<Postgres>) -> Result<(), Error> {
    let entries = Entry::objects().filter(entry::blog_id.exact(outer(blog::id)));
    let array = array_subquery(entries.values_list((entry::id, entry::headline)));
    Blog::objects().annotate(&array).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
