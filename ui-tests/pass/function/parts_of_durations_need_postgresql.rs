//! PostgreSQL knows the days of a duration.

use queryset::demo::blog::{Specimen, specimen};
use queryset::{Db, Error, Postgres};

async fn run(db: &Db<Postgres>) -> Result<(), Error> {
    Specimen::objects().filter(specimen::span.day().gt(1)).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
