//! `entry.save(update_fields=["blog__name"])`: Django raises `ValueError`.

use queryset::demo::blog::{Entry, entry};
use queryset::Model;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut entry = Entry::objects().get(db).await?;
    entry.save_fields(entry::blog().name, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
