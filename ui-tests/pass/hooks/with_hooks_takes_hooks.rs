//! A type has the hooks of a model.

use queryset::demo::blog::Entry;
use queryset::{Backend, BoxError, Db, Hooks, Sqlite, Transaction};

struct Tidy;

impl<B: Backend> Hooks<B> for Tidy {
    type Model = Entry;

    async fn pre_save(&self, row: &mut Entry, _: &mut Transaction<'_, B>) -> Result<(), BoxError> {
        row.headline = row.headline.trim().to_owned();
        Ok(())
    }
}

fn main() {
    let _ = |db: &Db<Sqlite>| db.with_hooks(Tidy);
}
