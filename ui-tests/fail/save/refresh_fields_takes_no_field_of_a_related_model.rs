//! `entry.refresh_from_db(fields=["blog__name"])`: Django raises `ValueError`.

use queryset::demo::blog::{Entry, entry};
use queryset::Model;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut entry = Entry::objects().get(db).await?;
    entry.refresh_fields(entry::blog().name, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
