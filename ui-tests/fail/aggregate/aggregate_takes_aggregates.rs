//! `Entry.objects.aggregate(x=F("rating"))`: TypeError: x is not an aggregate expression

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().aggregate(entry::rating, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
