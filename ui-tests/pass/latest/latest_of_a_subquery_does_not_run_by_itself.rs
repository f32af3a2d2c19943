//! Its latest is found for one blog.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let entries = Entry::objects().filter(entry::blog_id.exact(1));
    entries.latest(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
