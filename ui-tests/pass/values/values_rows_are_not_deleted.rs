//! A deletion is of instances.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().delete(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
