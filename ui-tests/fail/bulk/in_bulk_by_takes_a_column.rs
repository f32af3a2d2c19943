//! `Specimen.objects.in_bulk(["ONE"], field_name="label__upper")`: FieldDoesNotExist: Specimen has
//! no field named 'label__upper'

use queryset::demo::blog::{Specimen, specimen};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Specimen::objects().in_bulk_by(specimen::label.upper(), ["ONE"], db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
