//! A field of a partial instance is read by `get()`.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let row = Entry::objects().only(entry::headline).get(db).await?;
    println!("{}", row.get(entry::headline));
    Ok(())
}

fn main() {
    let _ = run;
}
