//! A predicate is true or false.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Postgres};

async fn run(db: &Db<Postgres>) -> Result<(), Error> {
    Entry::objects().aggregate(entry::rating.gt(3).expr().bool_and(), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
