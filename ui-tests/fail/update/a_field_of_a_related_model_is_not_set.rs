//! `Entry.objects.update(blog__name="New")`: FieldDoesNotExist: Entry has no field named 'blog__name'

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().update(entry::blog().name.set("New"), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
