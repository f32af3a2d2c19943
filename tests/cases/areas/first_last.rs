//! `first()`, `last()`, `latest()` and `earliest()`.

use queryset::demo::shop::*;

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    vec![
        ported("first_last-001", async |tx| Entry::objects().first(tx).await),
        ported("first_last-002", async |tx| Entry::objects().last(tx).await),
        ported("first_last-003", async |tx| {
            Entry::objects().order_by((entry::rating.desc(), entry::id)).first(tx).await
        }),
        ported("first_last-004", async |tx| {
            Entry::objects().order_by((entry::rating.desc().nulls_last(), entry::id)).last(tx).await
        }),
        ported("first_last-005", async |tx| {
            let first = Product::objects().first(&mut *tx).await?;
            Ok([first, Product::objects().last(tx).await?])
        }),
        ported("first_last-006", async |tx| Entry::objects().filter(entry::id.exact(99)).first(tx).await),
        ported("first_last-007", async |tx| Entry::objects().filter(entry::id.exact(99)).last(tx).await),
        ported("first_last-008", async |tx| Entry::objects().order_by(entry::id).slice(2..5).first(tx).await),
        compile_error("first_last-009", "slice/a_slice_has_no_last"),
        ported("first_last-010", async |tx| {
            Entry::objects().values_list(entry::blog()).annotate(entry::id.count()).first(tx).await
        }),
        ported("first_last-011", async |tx| {
            named!(n: entry::id.count());
            let rows = Entry::objects().values(entry::blog()).annotate(&n);
            rows.order_by((n.desc(), entry::blog())).first(tx).await
        }),
        ported("first_last-012", async |tx| Blog::objects().annotate(blog::entry().count()).first(tx).await),
        ported("first_last-013", async |tx| Entry::objects().latest(tx).await),
        ported("first_last-014", async |tx| Entry::objects().earliest(tx).await),
        ported("first_last-015", async |tx| {
            Entry::objects().latest_by((entry::pub_date, entry::id), tx).await
        }),
        ported("first_last-016", async |tx| {
            Entry::objects().earliest_by(entry::number_of_comments.desc(), tx).await
        }),
        ported("first_last-017", async |tx| {
            Entry::objects().filter(entry::id.in_([1, 2, 3])).latest_by(entry::rating, tx).await
        }),
        ported("first_last-018", async |tx| {
            let published = Entry::objects().filter(entry::published_at.isnull(false));
            published.latest_by(entry::published_at, tx).await
        }),
        ported("first_last-019", async |tx| {
            Entry::objects().latest_by((entry::pub_date.asc(), entry::id.desc()), tx).await
        }),
        ported("first_last-020", async |tx| Entry::objects().filter(entry::id.exact(99)).latest(tx).await),
        compile_error("first_last-021", "latest/latest_needs_get_latest_by"),
        compile_error("first_last-022", "latest/latest_does_not_follow_a_slice"),
        ported("first_last-023", async |tx| {
            Entry::objects().order_by(entry::headline).latest_by((entry::pub_date, entry::id), tx).await
        }),
        ported("first_last-024", async |tx| {
            Entry::objects().filter(entry::blog_id.exact(2)).earliest_by(entry::pub_date, tx).await
        }),
    ]
}
