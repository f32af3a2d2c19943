//! `Blog.objects.annotate(r=ArrayAgg("entry__rating"))` on SQLite: OperationalError

use queryset::demo::blog::{Blog, blog};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Blog::objects().values_list(blog::id).annotate(blog::entry().rating.array_agg()).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
