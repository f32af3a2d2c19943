//! A column has an index that keeps it unique.

use queryset::demo::blog::{Specimen, specimen};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Specimen::objects().in_bulk_by(specimen::label, ["one"], db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
