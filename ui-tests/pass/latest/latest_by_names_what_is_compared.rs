//! The order of the schema has a method of its own.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().latest(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
