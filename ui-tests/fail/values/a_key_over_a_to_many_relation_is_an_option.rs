//! `Entry.objects.values_list("authors", flat=True)` has None for an entry without authors.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let _: Vec<i64> = Entry::objects().values_list(entry::authors()).flat().all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
