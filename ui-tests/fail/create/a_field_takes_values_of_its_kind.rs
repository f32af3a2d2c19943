//! `Author.objects.create(name="Ringo", email="…", age="old")`: ValueError: Field 'age' expected a
//! number but got 'old'.

use queryset::demo::blog::Author;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Author::create().name("Ringo").email("ringo@example.com").age("old").save(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
