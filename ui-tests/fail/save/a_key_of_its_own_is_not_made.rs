//! `country.pk = None; country.save()`: Django raises `IntegrityError`.

use queryset::demo::blog::Country;
use queryset::Model;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut country = Country::objects().get(db).await?;
    country.save_as_new(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
