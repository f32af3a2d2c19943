//! An update writes columns of the model itself.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().update(entry::headline.set("New"), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
