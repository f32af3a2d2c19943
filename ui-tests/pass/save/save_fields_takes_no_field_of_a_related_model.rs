//! The key of the relation is a field of the model.

use queryset::Model;
use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut entry = Entry::objects().get(db).await?;
    entry.save_fields(entry::blog_id, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
