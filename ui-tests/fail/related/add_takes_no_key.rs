//! `product.tags.add(2)`: Django takes instances and keys alike.

use queryset::demo::shop::Product;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let product = Product::objects().get(db).await?;
    product.tags().add(2, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
