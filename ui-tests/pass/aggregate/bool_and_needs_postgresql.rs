//! PostgreSQL has it.

use queryset::demo::blog::{Specimen, specimen};
use queryset::{Db, Error, Postgres};

async fn run(db: &Db<Postgres>) -> Result<(), Error> {
    Specimen::objects().aggregate(specimen::flag.bool_and(), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
