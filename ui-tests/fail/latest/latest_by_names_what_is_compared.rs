//! `Entry.objects.latest(*[])` means `get_latest_by` in Django.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().latest_by((), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
