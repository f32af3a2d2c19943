//! `Specimen.objects.annotate(x=ExtractDay("span"))` on SQLite: ValueError: Extract requires native
//! DurationField database support.

use queryset::demo::blog::{Specimen, specimen};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Specimen::objects().filter(specimen::span.day().gt(1)).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
