//! The last row of all is the first of the reversed order.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().order_by(entry::rating).last(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
