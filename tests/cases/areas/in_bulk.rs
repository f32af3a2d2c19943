//! `in_bulk()`: instances by key.

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    vec![
        ported("in_bulk-001", async |tx| Entry::objects().in_bulk([1, 3, 99], tx).await),
        ported("in_bulk-002", async |tx| Entry::objects().in_bulk([0; 0], tx).await),
        ported("in_bulk-003", async |tx| {
            let found = Blog::objects().in_bulk(.., tx).await?;
            Ok(found.into_keys().collect::<std::collections::BTreeSet<_>>())
        }),
        ported("in_bulk-004", async |tx| {
            let found = Specimen::objects().in_bulk_by(specimen::label, ["one", "half"], tx).await?;
            Ok(found.into_keys().collect::<std::collections::BTreeSet<_>>())
        }),
        compile_error("in_bulk-005", "bulk/in_bulk_by_needs_a_unique_field"),
        compile_error("in_bulk-006", "bulk/in_bulk_does_not_follow_values"),
        compile_error("in_bulk-007", "bulk/in_bulk_does_not_follow_a_slice"),
        ported("in_bulk-008", async |tx| {
            let found = Entry::objects().filter(entry::rating.exact(5)).in_bulk([1, 2], tx).await?;
            Ok(found.into_keys().collect::<Vec<_>>())
        }),
        ported("in_bulk-009", async |tx| {
            let found = Country::objects().in_bulk(["FR", "ZZ"], tx).await?;
            Ok(found.into_keys().collect::<Vec<_>>())
        }),
    ]
}
