//! What is not deferred is loaded.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let row = Entry::objects().defer(entry::body_text).get(db).await?;
    let _ = row.get(entry::headline);
    Ok(())
}

fn main() {
    let _ = run;
}
