//! `Entry.objects.values("headline").contains(entry)`: TypeError: Cannot call QuerySet.contains()
//! after .values() or .values_list().

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let entry = Entry::objects().latest(db).await?;
    Entry::objects().values(entry::headline).contains(&entry, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
