//! `Entry.objects.all()[:5].last()`: TypeError: Cannot reorder a query once a slice has been taken.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().order_by(entry::rating).limit(5).last(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
