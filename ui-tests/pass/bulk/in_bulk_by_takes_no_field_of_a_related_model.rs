//! The rows of a blog are filtered, and asked for by their own keys.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().filter(entry::blog_id.exact(1)).in_bulk(.., db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
