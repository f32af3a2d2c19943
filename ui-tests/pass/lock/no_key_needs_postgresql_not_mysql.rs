//! The whole lock is there on every database.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, MySql};

async fn run(db: &Db<MySql>) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    Entry::objects().select_for_update().all(&mut tx).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
