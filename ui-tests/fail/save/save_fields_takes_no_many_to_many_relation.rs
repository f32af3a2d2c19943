//! `entry.save(update_fields=["authors"])`: Django raises `ValueError`.

use queryset::demo::blog::{Entry, entry};
use queryset::Model;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut entry = Entry::objects().get(db).await?;
    entry.save_fields(entry::authors(), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
