//! Entries have several authors, and authors several entries.

use queryset::demo::blog::entry;
use queryset::{Backend, BoxError, M2mChange, M2mHooks, Transaction};

struct Tidy;

impl<B: Backend> M2mHooks<B> for Tidy {
    type Relation = entry::relations::EntryToAuthors;

    async fn m2m_changed(
        &self,
        _: &M2mChange<Self::Relation>,
        _: &mut Transaction<'_, B>,
    ) -> Result<(), BoxError> {
        Ok(())
    }
}

fn main() {}
