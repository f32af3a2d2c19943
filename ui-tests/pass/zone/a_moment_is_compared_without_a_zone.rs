//! The datetime itself is compared.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let _ = Entry::objects().filter(entry::published_at.isnull(true)).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
