//! `Entry.objects.defer("body_text").get().body_text`: Django runs another query.

use queryset::demo::blog::{Entry, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let row = Entry::objects().defer(entry::body_text).get(db).await?;
    let _ = row.get(entry::body_text);
    Ok(())
}

fn main() {
    let _ = run;
}
