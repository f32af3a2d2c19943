//! `with transaction.atomic():` closes the inner block first, by its indentation.

use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    let savepoint = tx.begin().await?;
    tx.commit().await?;
    savepoint.commit().await?;
    Ok(())
}

fn main() {
    let _ = run;
}
