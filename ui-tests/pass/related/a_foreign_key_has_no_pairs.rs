//! Pairs have columns of their own.

use queryset::demo::blog::{Book, Person};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let book = Book::objects().get(db).await?;
    let reader = Person::objects().get(db).await?;
    book.readers().through_defaults(|pair| pair.stars(2)).add(&reader, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
