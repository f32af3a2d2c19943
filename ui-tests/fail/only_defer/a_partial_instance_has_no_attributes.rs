//! `Entry.objects.only("headline").get().headline` is right in Django; here `get()` reads a field, and
//! checks that it was loaded.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let row = Entry::objects().only(entry::headline).get(db).await?;
    println!("{}", row.headline);
    Ok(())
}

fn main() {
    let _ = run;
}
