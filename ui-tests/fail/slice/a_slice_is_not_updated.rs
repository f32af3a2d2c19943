//! `Entry.objects.all()[:5].update(rating=1)`: TypeError: Cannot update a query once a slice has been
//! taken.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().limit(5).update(entry::rating.set(1), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
