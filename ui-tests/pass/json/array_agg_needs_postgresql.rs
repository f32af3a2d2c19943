//! `json_agg()` is on every database.

use queryset::demo::blog::{Blog, blog};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Blog::objects().values_list(blog::id).annotate(blog::entry().rating.json_agg()).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
