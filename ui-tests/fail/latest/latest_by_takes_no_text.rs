//! `Entry.objects.latest("-pub_date")` is right in Django.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().latest_by("-pub_date", db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
