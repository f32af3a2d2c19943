//! Every field without a default is given.

use queryset::demo::blog::Blog;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Blog::create().name("Beatles Blog").tagline("All the latest").save(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
