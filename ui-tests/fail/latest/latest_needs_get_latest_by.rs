//! `Blog.objects.latest()`: ValueError: earliest() and latest() require either fields as positional
//! arguments or 'get_latest_by' in the model's Meta.

use queryset::demo::blog::Blog;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Blog::objects().latest(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
