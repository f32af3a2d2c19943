//! `Entry.objects.values("headline").get()["rating"]`: KeyError: 'rating'

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let row = Entry::objects().values(entry::headline).get(db).await?;
    let _ = row.get(entry::rating);
    Ok(())
}

fn main() {
    let _ = run;
}
