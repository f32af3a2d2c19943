//! `Entry.objects.all()[2:].earliest("rating")`: TypeError: Cannot change a query once a slice has
//! been taken.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().offset(2).earliest_by(entry::rating, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
