//! `Entry.objects.contains(1)`: TypeError: 'obj' must be a model instance.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().contains(&1, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
