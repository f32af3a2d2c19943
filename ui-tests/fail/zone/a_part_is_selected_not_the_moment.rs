//! `values_list("published_at")` gives a moment in Django, whatever the zone.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite, Zone};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let oslo = Zone::new("Europe/Oslo")?;
    let _ = Entry::objects().values_list(entry::published_at.at_zone(&oslo)).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
