//! `Entry.objects.update(headline=None)`: IntegrityError: NOT NULL constraint failed:
//! blog_entry.headline

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().update(entry::headline.set(None), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
