//! A part by the clocks there orders.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite, Zone};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let oslo = Zone::new("Europe/Oslo")?;
    Entry::objects().order_by(entry::published_at.at_zone(&oslo).time()).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
