//! A number for a number.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut row = Entry::objects().only(entry::rating).get(db).await?;
    row.set(entry::rating, 5);
    Ok(())
}

fn main() {
    let _ = run;
}
