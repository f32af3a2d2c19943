//! The blog is written first.

use queryset::demo::blog::{Blog, Entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let blog = Blog::create().name("saved").tagline("").save(db).await?;
    let _ = Entry::create().blog(&blog);
    Ok(())
}

fn main() {
    let _ = run;
}
