//! The key has the name that was asked for.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let rows = Entry::objects().values(entry::blog()).all(db).await?;
    let _ = rows[0].get(entry::blog());
    Ok(())
}

fn main() {
    let _ = run;
}
