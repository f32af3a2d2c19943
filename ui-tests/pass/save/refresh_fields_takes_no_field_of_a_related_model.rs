//! The related instance is refreshed by itself.

use queryset::Model;
use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut entry = Entry::objects().get(db).await?;
    entry.refresh_fields(entry::blog_id, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
