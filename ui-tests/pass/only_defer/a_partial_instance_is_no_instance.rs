//! All fields are loaded, or only the ones that are read.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let _: Entry = Entry::objects().get(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
