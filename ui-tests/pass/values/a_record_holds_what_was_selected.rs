//! A field that is read is selected.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let row = Entry::objects().values((entry::headline, entry::rating)).get(db).await?;
    let _ = row.get(entry::rating);
    Ok(())
}

fn main() {
    let _ = run;
}
