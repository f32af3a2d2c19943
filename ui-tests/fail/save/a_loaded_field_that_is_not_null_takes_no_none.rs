//! `entry.headline = None; entry.save()`: Django raises `IntegrityError`.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut row = Entry::objects().only(entry::headline).get(db).await?;
    row.set(entry::headline, None::<String>);
    Ok(())
}

fn main() {
    let _ = run;
}
