//! An update is of instances.

use queryset::demo::shop::{Product, product};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Product::objects().update(product::price.set(1), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
