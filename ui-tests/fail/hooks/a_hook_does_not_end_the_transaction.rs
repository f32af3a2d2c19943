//! `transaction.commit()` in a receiver: TransactionManagementError: This is forbidden when an 'atomic'
//! block is active.

use queryset::demo::blog::Entry;
use queryset::{BoxError, Hooks, Sqlite, Transaction};

struct Tidy;

impl Hooks<Sqlite> for Tidy {
    type Model = Entry;

    async fn pre_save(&self, _: &mut Entry, tx: &mut Transaction<'_, Sqlite>) -> Result<(), BoxError> {
        Ok(tx.commit().await?)
    }
}

fn main() {}
