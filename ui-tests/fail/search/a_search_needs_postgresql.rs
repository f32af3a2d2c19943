//! `Entry.objects.filter(body_text__search="cheese")` on SQLite: FieldError: Unsupported lookup 'search' for
//! TextField or join on the field not permitted.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().filter(entry::body_text.search("cheese")).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
