//! `ArraySubquery(…)` on MySQL: ProgrammingError: You have an error in your SQL syntax

use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::{Db, Error, MySql, array_subquery, outer};

async fn run(db: &Db<MySql>) -> Result<(), Error> {
    let entries = Entry::objects().filter(entry::blog_id.exact(outer(blog::id)));
    let array = array_subquery(entries.values_list(entry::headline));
    Blog::objects().annotate(&array).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
