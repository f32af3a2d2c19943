//! A transaction holds the lock.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    let _ = Entry::objects().select_for_update().iterator_chunked(100, &mut tx);
    Ok(())
}

fn main() {
    let _ = run;
}
