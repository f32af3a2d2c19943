//! `Entry.objects.select_for_update().delete()`: TransactionManagementError: select_for_update cannot
//! be used outside of a transaction.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Entry::objects().select_for_update().delete(db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
