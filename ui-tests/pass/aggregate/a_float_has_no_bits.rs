//! An integer has bits.

use queryset::demo::blog::{Specimen, specimen};
use queryset::{Db, Error, Postgres};

async fn run(db: &Db<Postgres>) -> Result<(), Error> {
    Specimen::objects().aggregate(specimen::num.bit_or(), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
