//! PostgreSQL makes an array of the rows of a query.

use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::{Db, Error, Postgres, array_subquery, outer};

async fn run(db: &Db<Postgres>) -> Result<(), Error> {
    let entries = Entry::objects().filter(entry::blog_id.exact(outer(blog::id)));
    let array = array_subquery(entries.values_list(entry::headline));
    Blog::objects().annotate(&array).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
