//! `Entry.objects.all()[:3].order_by("pk")`: TypeError: Cannot reorder a query once a slice has
//! been taken.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().limit(3).ordered().all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
