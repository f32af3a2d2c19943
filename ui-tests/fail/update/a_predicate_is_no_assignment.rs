//! `Entry.objects.update(Q(rating=4))`: TypeError: QuerySet.update() takes 1 positional argument but 2
//! were given

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().update(entry::rating.exact(4), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
