//! `Entry.objects.using(db).count()` is right in Django; in Rust `db` would be given away.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().count(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
