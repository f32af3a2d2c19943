//! The date there is a part.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite, Zone};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let oslo = Zone::new("Europe/Oslo")?;
    let _ = Entry::objects().values_list(entry::published_at.at_zone(&oslo).date()).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
