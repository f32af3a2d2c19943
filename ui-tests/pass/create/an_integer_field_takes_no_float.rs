//! An integer for an integer field.

use queryset::demo::blog::Author;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Author::create().name("Ringo").email("ringo@example.com").age(4).save(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
