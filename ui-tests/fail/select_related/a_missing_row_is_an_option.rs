//! `blog.theme.name` of a blog without a theme: AttributeError: 'NoneType' object has no attribute.

use queryset::demo::blog::{Blog, Theme, blog};
use queryset::{Db, Error, Sqlite};


async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let rows: Vec<(Blog, Theme)> = Blog::objects().select_related(blog::theme()).all(db).await?;
    let _ = rows;
    Ok(())
}

fn main() {
    let _ = run;
}
