//! A tag is a tag.

use queryset::demo::shop::{Product, Tag};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let product = Product::objects().get(db).await?;
    let tag = Tag::objects().get(db).await?;
    product.tags().add(&tag, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
