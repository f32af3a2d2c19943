//! An update is of instances.

use queryset::demo::pizza::{Topping, topping};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Topping::objects().update(topping::name.set("Basil"), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
