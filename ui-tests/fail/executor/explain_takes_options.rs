//! `Entry.objects.explain(format="json")` is right in Django.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().explain("json", db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
