//! A sum of all counts.

use queryset::demo::blog::{Blog, blog};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let n = blog::entry().count();
    let _: Option<i64> = Blog::objects().annotate(&n).aggregate(n.sum(), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
