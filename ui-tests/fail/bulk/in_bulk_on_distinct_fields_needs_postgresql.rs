//! `Entry.objects.distinct("blog").in_bulk()` on SQLite: NotSupportedError: DISTINCT ON fields is
//! not supported by this database backend

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().distinct_on(entry::blog_id).in_bulk(.., db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
