//! `Entry.objects.values("headline").update(rating=1)`: Django ignores values().

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().values(entry::headline).update(entry::rating.set(1), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
