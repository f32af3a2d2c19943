//! `Specimen.objects.aggregate(BitOr("real"))`: ProgrammingError: function bit_or(double precision) does not exist

use queryset::demo::blog::{Specimen, specimen};
use queryset::{Db, Error, Postgres};

async fn run(db: &Db<Postgres>) -> Result<(), Error> {
    Specimen::objects().aggregate(specimen::real.bit_or(), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
