//! Hooks for PostgreSQL do.

use queryset::demo::blog::entry;
use queryset::{BoxError, Db, M2mChange, M2mHooks, Postgres, Transaction};

struct Tidy;

impl M2mHooks<Postgres> for Tidy {
    type Relation = entry::relations::EntryToAuthors;

    async fn m2m_changed(
        &self,
        _: &M2mChange<Self::Relation>,
        _: &mut Transaction<'_, Postgres>,
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
