//! `Entry.objects.only("headline").get()` is an Entry in Django, which loads the other fields one by
//! one when they are read.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let _: Entry = Entry::objects().only(entry::headline).get(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
