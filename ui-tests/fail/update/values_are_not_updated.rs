//! `Entry.objects.values("rating").update(rating=1)`: Django leaves `values()` out of account.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().values(entry::rating).update(entry::rating.set(1), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
