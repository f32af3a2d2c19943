//! Rows are deleted as instances.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().filter(entry::id.gt(3)).delete(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
