//! `Entry.objects.select_for_update().iterator()`: TransactionManagementError: select_for_update
//! cannot be used outside of a transaction.

use queryset::demo::blog::Entry;
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let _ = Entry::objects().select_for_update().iterator_chunked(100, db);
    Ok(())
}

fn main() {
    let _ = run;
}
