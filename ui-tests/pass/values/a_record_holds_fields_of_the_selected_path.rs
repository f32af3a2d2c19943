//! A field is read by the path that it was selected by.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let row = Entry::objects().values((entry::headline, entry::blog().name)).get(db).await?;
    let _ = row.get(entry::blog().name);
    Ok(())
}

fn main() {
    let _ = run;
}
