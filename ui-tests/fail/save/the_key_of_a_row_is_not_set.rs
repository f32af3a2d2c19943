//! `entry.pk = 5; entry.save()`: Django writes over another row.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut row = Entry::objects().only(entry::headline).get(db).await?;
    row.set(entry::id, 5);
    Ok(())
}

fn main() {
    let _ = run;
}
