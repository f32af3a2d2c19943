//! `list(Entry.objects.select_for_update())`: TransactionManagementError: select_for_update cannot be
//! used outside of a transaction.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Postgres};

async fn run(db: &Db<Postgres>) -> Result<(), Error> {
    Entry::objects().select_for_update().all(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
