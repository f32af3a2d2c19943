//! The copy is given its key.

use queryset::Model;
use queryset::demo::blog::Country;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut country = Country::objects().get(db).await?;
    country.code = "FX".to_owned();
    country.force_insert(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
