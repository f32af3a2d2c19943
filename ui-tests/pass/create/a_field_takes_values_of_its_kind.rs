//! A number for a number.

use queryset::demo::blog::Author;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Author::create().name("Ringo").email("ringo@example.com").age(84).save(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
