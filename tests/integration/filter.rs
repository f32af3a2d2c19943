//! `filter()` and the lookups.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

use crate::support::on_every_database;

#[test]
fn filters_are_joined_with_and() {
    on_every_database(async |db, _| {
        let query = Entry::objects().filter(entry::rating.gte(4)).filter(entry::number_of_pingbacks.lt(6));
        let ids = query.order_by(entry::id).values_list(entry::id).flat().all(&db).await?;
        assert_eq!(ids, [1, 6, 8, 9, 10]);
        Ok(())
    });
}
