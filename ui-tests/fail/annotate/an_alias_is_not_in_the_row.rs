//! `Blog.objects.alias(n=Count("entry"))[0].n`: AttributeError: 'Blog' object has no attribute 'n'

use queryset::demo::blog::{Blog, blog};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let _: Vec<(Blog, i64)> = Blog::objects().alias(blog::entry().count()).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
