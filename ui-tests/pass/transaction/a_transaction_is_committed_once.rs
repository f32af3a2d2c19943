//! `commit()` ends the transaction.

use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let tx = db.begin().await?;
    tx.commit().await?;
    Ok(())
}

fn main() {
    let _ = run;
}
