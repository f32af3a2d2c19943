//! `ExtractYear("published_at", tzinfo="Europe/Oslo")`: AttributeError: 'str' object has no
//! attribute 'utcoffset'

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().filter(entry::published_at.at_zone("Europe/Oslo").year().exact(2024)).all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
