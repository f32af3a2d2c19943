//! `Product.objects.values("name").update(price=1)`: Django ignores values().

use queryset::demo::shop::{Product, product};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Product::objects().values(product::name).update(product::price.set(1), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
