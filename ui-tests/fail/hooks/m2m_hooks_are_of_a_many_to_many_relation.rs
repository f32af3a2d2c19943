//! `m2m_changed.connect(tidy, sender=Blog.entry_set.through)`: AttributeError: 'ReverseManyToOneDescriptor'
//! object has no attribute 'through'

use queryset::demo::blog::blog;
use queryset::{Backend, BoxError, M2mChange, M2mHooks, Transaction};

struct Tidy;

impl<B: Backend> M2mHooks<B> for Tidy {
    type Relation = blog::relations::BlogToEntry;

    async fn m2m_changed(
        &self,
        _: &M2mChange<Self::Relation>,
        _: &mut Transaction<'_, B>,
    ) -> Result<(), BoxError> {
        Ok(())
    }
}

fn main() {}
