//! The order comes first.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().ordered().limit(3).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
