//! `Entry.objects.update("rating")`: TypeError: QuerySet.update() takes 1 positional argument but 2
//! were given

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().update(entry::rating, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
