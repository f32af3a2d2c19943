//! Methods of a user's own on query sets.

use queryset::Filterable;
use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::prelude::*;

use crate::support::in_transactions;

trait EntryQuery: Filterable<Entry> {
    fn rated(self, least: i32) -> Self {
        self.filter(entry::rating.gte(least))
    }

    fn without_comments(self) -> Self {
        self.exclude(entry::number_of_comments.gt(0))
    }
}

impl<Q: Filterable<Entry>> EntryQuery for Q {}

#[test]
fn a_method_of_ones_own_is_on_every_query_set_of_its_model() {
    let usual = || Entry::objects().filter(entry::rating.gte(4)).exclude(entry::number_of_comments.gt(0));
    let own = || Entry::objects().rated(4).without_comments();
    let text = |query: Result<String, Error>| query.expect("it compiles");
    assert_eq!(text(own().sql::<Sqlite>()), text(usual().sql::<Sqlite>()));

    in_transactions(async |tx, database| {
        let blog = Blog::objects().order_by(blog::id).first(&mut *tx).await?.expect("there is one");
        let all = blog.entry_set().count(&mut *tx).await?;
        let rated = blog.entry_set().rated(5).count(&mut *tx).await?;
        assert!(0 < rated && rated < all, "on {database:?}");
        let locked = Entry::objects().select_for_update().rated(5).all(&mut *tx).await?;
        assert!(locked.iter().all(|entry| entry.rating >= Some(5)), "on {database:?}");
        let joined = Entry::objects().select_related(entry::blog()).rated(5).all(&mut *tx).await?;
        assert_eq!(joined.len(), locked.len(), "on {database:?}");
        let changed = Entry::objects().rated(5).update(entry::rating.set(6), &mut *tx).await?;
        assert_eq!(changed, locked.len() as u64, "on {database:?}");
        Ok(())
    });
}
