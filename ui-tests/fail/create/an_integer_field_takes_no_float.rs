//! `Author.objects.create(name="Ringo", email="…", age=4.5)`: Django stores 4 or 4.5, as the database
//! likes.

use queryset::demo::blog::Author;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Author::create().name("Ringo").email("ringo@example.com").age(4.5).save(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
