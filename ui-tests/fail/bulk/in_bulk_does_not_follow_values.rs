//! `Entry.objects.values("headline").in_bulk([1])`: TypeError: in_bulk() cannot be used with
//! values() or values_list().

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().values(entry::headline).in_bulk([1], db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
