//! `all()` runs the query.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    for row in Entry::objects().all(db).await? {
        println!("{}", row.headline);
    }
    Ok(())
}

fn main() {
    let _ = run;
}
