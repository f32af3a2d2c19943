//! The savepoint is closed first.

use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    let savepoint = tx.begin().await?;
    savepoint.commit().await?;
    tx.commit().await?;
    Ok(())
}

fn main() {
    let _ = run;
}
