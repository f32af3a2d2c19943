//! `Entry.objects.update(headline=F("summary"))`: IntegrityError: NOT NULL constraint failed:
//! blog_entry.headline

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().update(entry::headline.set(entry::summary), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
