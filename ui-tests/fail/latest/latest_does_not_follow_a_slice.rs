//! `Entry.objects.all()[:2].latest()`: TypeError: Cannot change a query once a slice has been
//! taken.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().limit(2).latest(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
