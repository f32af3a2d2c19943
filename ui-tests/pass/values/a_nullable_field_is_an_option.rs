//! A field that may be NULL is read as an `Option`.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let _: Vec<Option<i32>> = Entry::objects().values_list(entry::rating).flat().all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
