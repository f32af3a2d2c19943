//! `Entry.objects.update(authors=1)`: FieldError: Cannot update model field authors (only
//! non-relations and foreign keys permitted).

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().update(entry::authors().set(1), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
