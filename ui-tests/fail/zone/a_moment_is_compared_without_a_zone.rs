//! A datetime with a zone is a moment in Django, and moments are compared as they are.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite, Zone};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let oslo = Zone::new("Europe/Oslo")?;
    let _ = Entry::objects().filter(entry::published_at.at_zone(&oslo).isnull(true)).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
