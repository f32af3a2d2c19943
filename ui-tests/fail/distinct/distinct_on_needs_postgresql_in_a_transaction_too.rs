//! `Entry.objects.distinct("blog")` in `atomic()` on SQLite: NotSupportedError: DISTINCT ON fields is
//! not supported by this database backend

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    Entry::objects().distinct_on(entry::blog_id).first(&mut tx).await?;
    tx.commit().await?;
    Ok(())
}

fn main() {
    let _ = run;
}
