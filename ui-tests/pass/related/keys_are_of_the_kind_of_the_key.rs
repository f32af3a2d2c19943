//! Numbers for a number.

use queryset::demo::shop::Product;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let product = Product::objects().get(db).await?;
    product.tags().add_keys([3], db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
