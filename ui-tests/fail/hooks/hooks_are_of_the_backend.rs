//! `pre_save.connect(tidy, using="other")`: Django has no such argument.

use queryset::demo::blog::Entry;
use queryset::{BoxError, Db, Hooks, Postgres, Sqlite, Transaction};

struct Tidy;

impl Hooks<Postgres> for Tidy {
    type Model = Entry;

    async fn pre_save(&self, _: &mut Entry, _: &mut Transaction<'_, Postgres>) -> Result<(), BoxError> {
        Ok(())
    }
}

fn main() {
    let _ = |db: &Db<Sqlite>| db.with_hooks(Tidy);
}
