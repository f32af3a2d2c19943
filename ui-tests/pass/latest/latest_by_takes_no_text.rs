//! Fields are values, and descend by a method.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().latest_by(entry::pub_date.desc(), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
