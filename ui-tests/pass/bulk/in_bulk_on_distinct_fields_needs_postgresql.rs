//! All rows are there by their keys.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().in_bulk(.., db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
