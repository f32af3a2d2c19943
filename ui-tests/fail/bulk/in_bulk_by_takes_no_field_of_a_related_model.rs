//! `Entry.objects.in_bulk([1], field_name="blog__id")`: FieldDoesNotExist: Entry has no field named
//! 'blog__id'

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().in_bulk_by(entry::blog().id, [1], db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
