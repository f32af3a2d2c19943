//! `Topping.objects.values("name").update(name="Basil")`: Django ignores values().

use queryset::demo::pizza::{Topping, topping};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Topping::objects().values(topping::name).update(topping::name.set("Basil"), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
