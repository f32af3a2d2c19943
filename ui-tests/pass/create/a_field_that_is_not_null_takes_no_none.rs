//! A field that is declared `null` takes `None`.

use queryset::demo::blog::Author;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Author::create().name("Ringo").email("ringo@example.com").age(None).save(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
