//! `case()`: a choice between values.

use queryset::demo::shop::*;

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    let mut cases = branches();
    cases.extend(conditions());
    cases.extend(places());
    cases
}

fn branches() -> Vec<Case> {
    let by_key = || Entry::objects().order_by(entry::id);
    vec![
        ported("case_when-001", async move |tx| {
            let stars = case().when(entry::rating.exact(5), "top").when(entry::rating.gte(3), "mid");
            by_key().values_list((entry::id, stars.otherwise("low"))).all(tx).await
        }),
        ported("case_when-002", async move |tx| {
            let k = case().when(entry::rating.exact(5), 1);
            by_key().annotate(&k).values_list((entry::id, &k)).all(tx).await
        }),
        ported("case_when-003", async move |tx| {
            let k = case().when(entry::rating.exact(5), entry::headline).otherwise(entry::summary);
            by_key().annotate(&k).values_list(&k).flat().all(tx).await
        }),
        ported("case_when-004", async move |tx| {
            let some = entry::rating.exact(5) | entry::blog_id.exact(2);
            let k = case().when(some, entry::number_of_comments).otherwise(entry::number_of_pingbacks);
            by_key().annotate(&k).values_list(&k).flat().all(tx).await
        }),
        no_counterpart("case_when-010", "a choice has a branch"),
        ported("case_when-019", async |tx| {
            let flag = case()
                .when(specimen::flag.exact(true), "T")
                .when(specimen::flag.exact(false), "F")
                .otherwise("N");
            let rows = Specimen::objects().annotate(&flag).order_by(specimen::id);
            rows.values_list(&flag).flat().all(tx).await
        }),
        ported("case_when-020", async move |tx| {
            let in_2024 = entry::pub_date.year().exact(2024);
            let k = case().when(in_2024, entry::pub_date).otherwise(entry::mod_date);
            by_key().annotate(&k).values_list(&k).flat().all(tx).await
        }),
        compile_error("case_when-014", "case/branches_have_one_kind"),
    ]
}

fn conditions() -> Vec<Case> {
    let nothing: [i64; 0] = [];
    let by_key = || Entry::objects().order_by(entry::id);
    let first = || Entry::objects().filter(entry::id.exact(1));
    vec![
        ported("case_when-005", async move |tx| {
            let k = case().when(entry::blog().theme().name.exact("Space"), "s").otherwise("-");
            by_key().annotate(&k).values_list((entry::id, &k)).all(tx).await
        }),
        ported("case_when-006", async |tx| {
            let k = case().when(entry::authors().name.exact("Alice"), 1).otherwise(0);
            let rows = Entry::objects().annotate(&k).order_by((entry::id, &k));
            rows.values_list((entry::id, &k)).all(tx).await
        }),
        ported("case_when-007", async |tx| {
            let k = case().when(!entry::authors().name.exact("Alice"), 1).otherwise(0);
            let rows = Entry::objects().annotate(&k).order_by((entry::id, &k));
            rows.values_list((entry::id, &k)).all(tx).await
        }),
        ported("case_when-008", async move |tx| {
            let k = case().when(entry::id.in_(nothing), 1).otherwise(0);
            first().annotate(&k).values_list(&k).flat().all(tx).await
        }),
        ported("case_when-009", async move |tx| {
            let k = case().when(!entry::id.in_(nothing), 1).otherwise(0);
            first().annotate(&k).values_list(&k).flat().all(tx).await
        }),
        ported("case_when-011", async move |tx| first().annotate(case().when(Q::default(), 1)).all(tx).await),
        ported("case_when-021", async move |tx| {
            let details = EntryDetail::objects().filter(entry_detail::entry_id.exact(outer(entry::id)));
            let k = case().when(exists(details), "y").otherwise("n");
            by_key().annotate(&k).values_list(&k).flat().all(tx).await
        }),
        ported("case_when-023", async |tx| {
            let k = case().when(entry::rating.gt(3) & entry::number_of_comments.gt(5), 1).otherwise(0);
            let rated = Entry::objects().filter(entry::rating.isnull(false)).annotate(&k);
            rated.order_by((k.desc(), entry::id)).values_list(entry::id).flat().limit(5).all(tx).await
        }),
    ]
}

/// Where a choice stands: in filters, aggregates and updates.
fn places() -> Vec<Case> {
    vec![
        ported("case_when-012", async |tx| {
            let wanted = case().when(entry::blog_id.exact(1), 5).when(entry::blog_id.exact(2), 3);
            Entry::objects().filter(entry::rating.exact(wanted)).order_by(entry::id).all(tx).await
        }),
        ported("case_when-013", async |tx| {
            let best = entry::rating.exact(5).expr();
            let wanted = case().when(entry::blog_id.exact(1), best).otherwise(entry::rating.exact(3).expr());
            Entry::objects().filter(wanted).order_by(entry::id).all(tx).await
        }),
        ported("case_when-015", async |tx| {
            let k = case().when(entry::rating.exact(5), 1).otherwise(0);
            Entry::objects().annotate(&k).aggregate(k.sum(), tx).await
        }),
        ported("case_when-016", async |tx| {
            let high = case().when(entry::rating.gte(4), entry::number_of_pingbacks).otherwise(0);
            let unrated = case().when(entry::rating.isnull(true), 1);
            Entry::objects().aggregate((high.sum(), unrated.count()), tx).await
        }),
        ported("case_when-017", async |tx| {
            let high = case().when(blog::entry().rating.gte(4), 1).otherwise(0).sum();
            let n = blog::entry().count();
            let rows = Blog::objects().annotate((&high, &n)).order_by(blog::id);
            rows.values_list((blog::id, &high, &n)).all(tx).await
        }),
        ported("case_when-018", async |tx| {
            let rating = case().when(entry::rating.exact(5), 50).when(entry::rating.isnull(true), -1);
            Entry::objects().update(entry::rating.set(rating.otherwise(entry::rating)), tx).await
        })
        .state(async |tx| {
            Entry::objects().order_by(entry::id).values_list(entry::rating).flat().all(tx).await
        }),
        ported("case_when-022", async |tx| {
            let price = product::price;
            let cheap = case().when(price.lt(50), 1).count();
            let medium = case().when(price.gte(50) & price.lt(200), 1).count();
            let expensive = case().when(price.gte(200), 1).count();
            Product::objects().aggregate((cheap, medium, expensive), tx).await
        }),
    ]
}
