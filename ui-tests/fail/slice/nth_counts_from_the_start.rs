//! `Entry.objects.all()[-1]`: ValueError: Negative indexing is not supported.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().nth(-1, db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
