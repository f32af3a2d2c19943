//! `with transaction.atomic(): transaction.commit()`: TransactionManagementError: This is forbidden
//! when an 'atomic' block is active.

use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    db.atomic(async |tx| tx.commit().await).await
}

fn main() {
    let _ = run;
}
