//! A relation that may lead to no row makes its fields optional.

use queryset::demo::blog::{Blog, blog};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let _: Vec<Option<String>> = Blog::objects().values_list(blog::theme().name).flat().all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
