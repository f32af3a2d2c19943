//! `Entry.objects.in_bulk(["zero"], field_name="label")`: FieldDoesNotExist: Entry has no field
//! named 'label'

use queryset::demo::blog::{Entry, specimen};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().in_bulk_by(specimen::label, ["zero"], db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
