//! Two aggregates.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().aggregate((entry::id.count(), entry::rating.max()), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
