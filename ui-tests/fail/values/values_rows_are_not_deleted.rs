//! `Entry.objects.values_list("headline").delete()`: TypeError: Cannot call delete() after .values() or
//! .values_list()

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().values_list(entry::headline).delete(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
