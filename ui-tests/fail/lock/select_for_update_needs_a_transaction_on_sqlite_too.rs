//! `Entry.objects.select_for_update().get(pk=1)`: Django adds nothing on SQLite, where a service is
//! tested, and raises TransactionManagementError elsewhere.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().filter(entry::id.exact(1)).select_for_update().get(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
