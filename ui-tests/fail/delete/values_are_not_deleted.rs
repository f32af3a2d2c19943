//! `Entry.objects.values("pk").delete()`: TypeError: Cannot call delete() after .values() or
//! .values_list()

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().values(entry::id).delete(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
