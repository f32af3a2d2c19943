//! `Specimen.objects.in_bulk([1], field_name="label")` finds nothing in Django, or fails in the
//! database.

use queryset::demo::blog::{Specimen, specimen};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Specimen::objects().in_bulk_by(specimen::label, [1], db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
