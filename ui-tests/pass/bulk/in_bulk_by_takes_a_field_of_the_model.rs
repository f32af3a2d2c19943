//! The label is a field of the specimen.

use queryset::demo::blog::{Specimen, specimen};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Specimen::objects().in_bulk_by(specimen::label, ["zero"], db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
