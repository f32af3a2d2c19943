//! A datetime is a moment, which has another date in another zone.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite, Zone};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let oslo = Zone::new("Europe/Oslo")?;
    Entry::objects().filter(entry::published_at.at_zone(&oslo).year().exact(2024)).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
