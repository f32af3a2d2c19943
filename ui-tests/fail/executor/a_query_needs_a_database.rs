//! `Entry.objects.count()` is right in Django, which finds the database in its settings.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().count().await?;
    Ok(())
}

fn main() {
    let _ = run;
}
