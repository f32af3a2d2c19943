//! A field of another model is reached over a relation.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().latest_by(entry::blog().tagline, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
