//! In a transaction it waits for the commit.

use queryset::{Db, Error, Sqlite};

async fn announce() {}

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    db.atomic(async |mut tx| {
        tx.on_commit(announce);
        Ok(())
    })
    .await
}

fn main() {
    let _ = run;
}
