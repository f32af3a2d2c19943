//! Hooks for SQLite do not run on PostgreSQL. Django does not tell its databases apart.

use queryset::demo::blog::entry;
use queryset::{Db, BoxError, M2mChange, M2mHooks, Postgres, Sqlite, Transaction};

struct Tidy;

impl M2mHooks<Sqlite> for Tidy {
    type Relation = entry::relations::EntryToAuthors;

    async fn m2m_changed(
        &self,
        _: &M2mChange<Self::Relation>,
        _: &mut Transaction<'_, Sqlite>,
    ) -> Result<(), BoxError> {
        Ok(())
    }
}

fn main() {
    fn run(db: &Db<Postgres>) {
        let _ = db.with_m2m_hooks(Tidy);
    }
    let _ = run;
}
