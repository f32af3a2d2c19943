//! `alias()`: expressions that are used, and are not in the rows.

use serde_json::json;

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    let n = || blog::entry().count();
    vec![
        ported("alias-001", async move |tx| {
            let n = n();
            Blog::objects().alias(&n).filter(n.gt(3)).order_by(blog::id).all(tx).await
        }),
        ported("alias-002", async move |tx| {
            let n = n();
            Blog::objects().alias(&n).order_by((n.desc(), blog::id)).all(tx).await
        }),
        ported("alias-003", async move |tx| {
            let n = n();
            let twice = &n * 2;
            let rows = Blog::objects().alias(&n).annotate(&twice).order_by(blog::id);
            rows.values_list((blog::id, &twice)).all(tx).await
        }),
        ported("alias-004", async move |tx| {
            named!(n: n());
            Blog::objects().alias(&n).values(&n).order_by(blog::id).all(tx).await
        })
        .unlike(
            "an alias is an expression like any other",
            json!([{ "n": 4 }, { "n": 4 }, { "n": 1 }, { "n": 4 }, { "n": 0 }, { "n": 3 }]),
        ),
        ported("alias-005", async |tx| {
            let surplus = entry::number_of_comments - entry::number_of_pingbacks;
            let busy = Entry::objects().alias(&surplus).filter(surplus.gt(0));
            busy.order_by((surplus.desc(), entry::id)).values_list(entry::id).flat().all(tx).await
        }),
        ported("alias-006", async |tx| {
            let better = entry::rating + 1;
            Entry::objects().alias(&better).update(entry::rating.set(&better), tx).await
        })
        .state(async |tx| {
            Entry::objects().order_by(entry::id).values_list(entry::rating).flat().all(tx).await
        }),
        ported("alias-007", async |tx| {
            let year = entry::pub_date.year();
            Entry::objects().alias(&year).filter(year.exact(2024)).order_by(entry::id).all(tx).await
        }),
        ported("alias-008", async move |tx| Blog::objects().alias(n()).count(tx).await),
        ported("alias-009", async |tx| {
            let best =
                Entry::objects().filter(entry::blog_id.exact(outer(blog::id)) & entry::rating.exact(5));
            let has = exists(best);
            Blog::objects().alias(&has).filter(has.exact(true)).order_by(blog::id).all(tx).await
        }),
        no_counterpart("alias-010", "an expression has no name that could be that of a field"),
    ]
}
