//! `Blog.objects.create(name="Beatles Blog")`: Django stores an empty tagline.

use queryset::demo::blog::Blog;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Blog::create().name("Beatles Blog").save(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
