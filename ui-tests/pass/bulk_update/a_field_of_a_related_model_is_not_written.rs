//! The key of the relation is a column of the model.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let entries = Entry::objects().all(db).await?;
    Entry::objects().bulk_update(&entries, entry::blog_id, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
