//! Slices, and what cannot follow one.

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    let all = || Entry::objects().order_by(entry::id);
    vec![
        ported("slicing-001", async move |tx| all().limit(5).all(tx).await),
        ported("slicing-002", async move |tx| all().slice(5..10).all(tx).await),
        ported("slicing-003", async move |tx| all().offset(14).all(tx).await),
        ported("slicing-004", async move |tx| all().nth(0, tx).await),
        ported("slicing-005", async move |tx| all().nth(3, tx).await),
        ported("slicing-006", async move |tx| all().nth(99, tx).await),
        compile_error("slicing-007", "slice/a_slice_has_no_step"),
        compile_error("slicing-008", "slice/nth_counts_from_the_start"),
        compile_error("slicing-009", "slice/a_slice_has_no_negative_bound"),
        ported("slicing-010", async move |tx| all().slice(2..10).slice(1..3).all(tx).await),
        ported("slicing-011", async move |tx| all().slice(..3).slice(..10).all(tx).await),
        ported("slicing-012", async move |tx| all().slice(5..5).all(tx).await),
        ported("slicing-013", async move |tx| all().limit(0).all(tx).await),
        ported("slicing-014", async move |tx| {
            all().slice(std::ops::Range { start: 5, end: 2 }).all(tx).await
        }),
        ported("slicing-015", async move |tx| all().offset(100).all(tx).await),
        compile_error("slicing-016", "slice/a_slice_is_not_filtered"),
        compile_error("slicing-017", "slice/a_slice_is_not_ordered"),
        ported("slicing-018", async move |tx| all().limit(3).count(tx).await),
        ported("slicing-019", async move |tx| all().slice(14..20).count(tx).await),
        ported("slicing-020", async move |tx| {
            Ok((all().limit(3).exists(&mut *tx).await?, all().offset(50).exists(tx).await?))
        }),
        ported("slicing-021", async move |tx| {
            all().limit(4).aggregate(entry::number_of_comments.sum(), tx).await
        }),
        ported("slicing-022", async |tx| {
            let last = Entry::objects().order_by(entry::id.desc()).values_list(entry::id).limit(2);
            Entry::objects().filter(entry::id.in_(last)).all(tx).await
        }),
        ported("slicing-023", async move |tx| all().limit(3).values_list(entry::id).flat().all(tx).await),
        ported("slicing-024", async move |tx| {
            let x = value(1);
            all().limit(3).annotate(&x).values_list((entry::id, &x)).all(tx).await
        }),
        compile_error("slicing-025", "slice/a_slice_is_not_updated"),
        compile_error("slicing-026", "slice/a_slice_is_not_deleted"),
        compile_error("slicing-027", "slice/a_slice_is_not_filtered"),
        ported("slicing-028", async move |tx| all().slice(1..2).get(tx).await),
    ]
}
