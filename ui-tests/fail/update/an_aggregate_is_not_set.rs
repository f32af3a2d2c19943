//! `Entry.objects.update(rating=Max("rating"))`: FieldError: Aggregate functions are not allowed in
//! this query

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().update(entry::rating.set(entry::rating.max()), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
