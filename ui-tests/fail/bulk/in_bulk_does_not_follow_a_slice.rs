//! `Entry.objects.all()[:2].in_bulk([1])`: TypeError: Cannot use 'limit' or 'offset' with
//! in_bulk().

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().limit(2).in_bulk([1], db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
