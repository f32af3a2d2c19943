//! `Entry.objects.in_bulk(["abc"])`: ValueError: Field 'id' expected a number but got 'abc'.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().in_bulk(["abc"], db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
