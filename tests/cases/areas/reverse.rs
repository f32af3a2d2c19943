//! `reverse()`.

use queryset::demo::shop::*;

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    let keys = || Entry::objects().values_list(entry::id).flat();
    vec![
        ported("reverse-001", async |tx| {
            Entry::objects().order_by(entry::id).reverse().limit(3).all(tx).await
        }),
        ported("reverse-002", async move |tx| {
            keys().order_by((entry::rating, entry::id.desc())).reverse().limit(5).all(tx).await
        }),
        ported("reverse-003", async |tx| {
            Product::objects().reverse().values_list(product::id).flat().all(tx).await
        }),
        ported("reverse-004", async |tx| {
            Entry::objects().order_by(entry::id).reverse().reverse().limit(2).all(tx).await
        }),
        ported("reverse-005", async move |tx| {
            let ordered = keys().order_by((entry::rating.asc().nulls_last(), entry::id));
            ordered.reverse().limit(4).all(tx).await
        }),
        ported("reverse-006", async move |tx| {
            keys().order_by(entry::id).reverse().order_by((entry::rating, entry::id)).limit(3).all(tx).await
        }),
        compile_error("reverse-007", "slice/a_slice_is_not_reversed"),
        compile_error("reverse-008", "order/reverse_needs_an_order"),
        ported("reverse-009", async |tx| Entry::objects().order_by(entry::id).reverse().first(tx).await),
        ported("reverse-010", async |tx| Entry::objects().order_by(entry::id).reverse().last(tx).await),
    ]
}
