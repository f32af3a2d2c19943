//! `Entry.objects.select_for_update(no_key=True)` on MySQL: NotSupportedError: FOR NO KEY UPDATE is
//! not supported on this database backend.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, MySql};

async fn run(db: &Db<MySql>) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    Entry::objects().select_for_update().no_key().all(&mut tx).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
