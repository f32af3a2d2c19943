//! Text is the key of a country.

use queryset::demo::blog::Country;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Country::objects().in_bulk(["FR"], db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
