//! The name of a zone is checked before it is used.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let oslo = queryset::Zone::new("Europe/Oslo")?;
    Entry::objects().filter(entry::published_at.at_zone(&oslo).year().exact(2024)).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
