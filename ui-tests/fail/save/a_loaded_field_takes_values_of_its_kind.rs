//! `entry.rating = "high"; entry.save()`: Django raises `ValueError`.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut row = Entry::objects().only(entry::rating).get(db).await?;
    row.set(entry::rating, "high");
    Ok(())
}

fn main() {
    let _ = run;
}
