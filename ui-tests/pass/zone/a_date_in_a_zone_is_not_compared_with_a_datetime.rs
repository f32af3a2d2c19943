//! A date is compared with a date.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite, Zone};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let oslo = Zone::new("Europe/Oslo")?;
    let date = queryset::generated::jiff::civil::date(2024, 1, 1);
    let _ = Entry::objects().filter(entry::published_at.at_zone(&oslo).date().exact(date)).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
