//! `Entry.objects.using("nowhere").count()`: ConnectionDoesNotExist: The connection 'nowhere' doesn't
//! exist.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().count("default").await?;
    Ok(())
}

fn main() {
    let _ = run;
}
