//! The first of a slice keeps its order.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().order_by(entry::rating).offset(2).first(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
