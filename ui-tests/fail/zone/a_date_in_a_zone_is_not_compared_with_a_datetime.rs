//! `filter(published_at__date=datetime(2024, 1, 1))` compares the date alone in Django.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite, Zone};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let oslo = Zone::new("Europe/Oslo")?;
    let moment: queryset::generated::jiff::Timestamp = "2024-01-01T00:00:00Z".parse().unwrap();
    let _ = Entry::objects().filter(entry::published_at.at_zone(&oslo).date().exact(moment)).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
