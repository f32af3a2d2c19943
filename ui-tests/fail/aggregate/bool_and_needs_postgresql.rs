//! `Specimen.objects.aggregate(BoolAnd("flag"))` on SQLite: OperationalError: no such function: BOOL_AND

use queryset::demo::blog::{Specimen, specimen};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Specimen::objects().aggregate(specimen::flag.bool_and(), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
