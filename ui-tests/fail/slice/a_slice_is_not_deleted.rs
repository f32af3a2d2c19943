//! `Entry.objects.all()[:5].delete()`: TypeError: Cannot use 'limit' or 'offset' with delete().

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().limit(5).delete(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
