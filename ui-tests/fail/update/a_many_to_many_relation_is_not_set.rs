//! `Entry.objects.update(authors=ringo)`: FieldError: Cannot update model field authors (only
//! non-relations and foreign keys permitted).

use queryset::demo::blog::{Author, Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(ringo: &Author, db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().update(entry::authors().set(ringo), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
