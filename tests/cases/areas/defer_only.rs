//! `only()` and `defer()`: rows without some of their columns.

use queryset::Model;
use serde_json::json;

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    let first = || Entry::objects().filter(entry::id.exact(1));
    let both = json!([{ "$": "Entry", "pk": 1, "deferred": [
        "blog_id", "body_text", "pub_date", "mod_date", "published_at",
        "number_of_comments", "number_of_pingbacks", "rating",
    ] }]);
    vec![
        ported("defer_only-001", async move |tx| first().only(entry::headline).all(tx).await),
        ported("defer_only-002", async move |tx| {
            first().defer((entry::body_text, entry::summary)).all(tx).await
        }),
        ported("defer_only-003", async move |tx| {
            first().defer(entry::body_text).defer((entry::summary, entry::rating)).all(tx).await
        }),
        ported("defer_only-004", async move |tx| {
            first().defer(entry::body_text).only(entry::ALL).all(tx).await
        }),
        ported("defer_only-005", async move |tx| {
            first().only((entry::headline, entry::summary)).only(entry::rating).all(tx).await
        }),
        ported("defer_only-006", async move |tx| {
            first().only((entry::headline, entry::body_text)).defer(entry::body_text).all(tx).await
        }),
        ported("defer_only-007", async move |tx| {
            first().defer(entry::headline).only((entry::headline, entry::summary)).all(tx).await
        })
        .unlike("`only()` replaces what `defer()` said, too", both),
        ported("defer_only-008", async move |tx| first().defer(entry::id).all(tx).await)
            .unlike("the key is always loaded, as with `defer('id')`", instances("Entry", [1])),
        ported("defer_only-009", async move |tx| first().only(entry::blog_id).all(tx).await),
        compile_error("defer_only-010", "only_defer/a_field_that_only_left_out_is_not_read"),
        compile_error("defer_only-011", "only_defer/a_field_that_only_left_out_is_not_read"),
        compile_error("defer_only-012", "model/a_misspelt_field_does_not_exist"),
        compile_error("defer_only-013", "model/a_misspelt_field_does_not_exist"),
        ported("defer_only-014", async move |tx| {
            let blog = entry::blog().defer((blog::name, blog::tagline));
            first().select_related(blog).defer(entry::headline).all(tx).await
        }),
        ported("defer_only-015", async move |tx| {
            first().select_related(entry::blog().only(blog::name)).only(entry::blog_id).all(tx).await
        }),
        ported("defer_only-016", async |tx| {
            let n = blog::entry().count();
            Blog::objects().annotate(&n).only(blog::name).order_by(blog::id).all(tx).await
        }),
        ported("defer_only-017", async |tx| {
            let n = blog::entry().count();
            let rows = Blog::objects().annotate(&n).defer(blog::tagline).values_list((blog::id, &n));
            rows.order_by(blog::id).all(tx).await
        }),
        ported("defer_only-018", async move |tx| {
            let mut entry = first().only(entry::headline).get(&mut *tx).await?;
            entry.set(entry::headline, "x");
            entry.save(tx).await?;
            let loaded = serde_json::to_value(&entry).expect("it serializes");
            let deferred = Entry::META.columns.iter().map(|column| column.name);
            Ok(deferred.filter(|name| loaded.get(name).is_none()).collect::<std::collections::BTreeSet<_>>())
        })
        .state(async move |tx| first().values_list((entry::headline, entry::rating)).all(tx).await),
    ]
}
