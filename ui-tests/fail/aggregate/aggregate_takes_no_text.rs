//! `Entry.objects.aggregate(n="pk")`: TypeError: QuerySet.aggregate() received non-expression(s): pk.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().aggregate("id", db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
