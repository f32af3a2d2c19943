//! `await` gives the outcome, `?` its value.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let _: u64 = Entry::objects().count(db).await? + 1;
    Ok(())
}

fn main() {
    let _ = run;
}
