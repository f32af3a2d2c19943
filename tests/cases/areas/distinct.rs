//! `distinct()`, and `distinct_on()`, which PostgreSQL alone has.

use queryset::demo::shop::{Product, product};

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    let liked = || Blog::objects().filter(blog::entry().rating.gte(3));
    vec![
        rows("distinct-001", liked().distinct().order_by(blog::id)),
        rows("distinct-002", Entry::objects().values(entry::rating).distinct().order_by(entry::rating)),
        rows(
            "distinct-003",
            Entry::objects()
                .values_list((entry::blog_id, entry::rating))
                .distinct()
                .order_by((entry::blog_id, entry::rating)),
        ),
        rows("distinct-004", Entry::objects().values(entry::blog_id).distinct().order_by(entry::pub_date)),
        rows("distinct-005", Product::objects().values(product::category_id).distinct()),
        rows("distinct-006", Product::objects().order_by(()).values(product::category_id).distinct()),
        ported("distinct-007", async |tx| Entry::objects().distinct().count(tx).await),
        ported("distinct-008", async |tx| {
            Entry::objects().values(entry::headline).distinct().count(tx).await
        }),
        ported("distinct-009", async |tx| Entry::objects().values(entry::rating).distinct().count(tx).await),
        ported("distinct-010", async move |tx| liked().distinct().count(tx).await),
        ported("distinct-011", async move |tx| liked().count(tx).await),
        rows(
            "distinct-012",
            Author::objects().values_list(author::name).flat().distinct().order_by(author::name),
        ),
        rows(
            "distinct-013",
            Entry::objects()
                .order_by(entry::pub_date)
                .distinct_on(entry::pub_date)
                .values_list(entry::pub_date)
                .flat(),
        ),
        rows(
            "distinct-014",
            Entry::objects()
                .order_by((entry::blog_id, entry::pub_date.desc(), entry::id))
                .distinct_on(entry::blog_id)
                .values_list((entry::blog_id, entry::id)),
        ),
        rows(
            "distinct-015",
            Entry::objects()
                .order_by((entry::blog().name, entry::mod_date, entry::id))
                .distinct_on(entry::blog().name)
                .values_list((entry::blog().name, entry::id)),
        ),
        rows(
            "distinct-016",
            Blog::objects()
                .order_by_name(["theme", "id"])
                .expect("a field and a relation")
                .distinct_on(blog::theme_id)
                .values_list(blog::id)
                .flat(),
        ),
        rows(
            "distinct-017",
            Blog::objects()
                .order_by((blog::theme_id, blog::id))
                .distinct_on(blog::theme_id)
                .values_list(blog::id)
                .flat(),
        ),
        rows("distinct-018", Entry::objects().order_by(entry::rating).distinct_on(entry::blog_id)),
        ported("distinct-019", async |tx| Entry::objects().distinct_on(entry::blog_id).count(tx).await),
        rows(
            "distinct-020",
            Entry::objects()
                .filter(entry::authors().id.in_([1, 2]))
                .order_by(entry::id)
                .distinct_on(entry::id),
        ),
        compile_error("distinct-021", "slice/a_slice_is_not_made_distinct"),
        rows("distinct-022", Entry::objects().order_by(entry::id).distinct().limit(2)),
        ported("distinct-023", async |tx| {
            let n = blog::entry().count();
            let rows = Blog::objects().distinct().annotate(&n).order_by(blog::id);
            rows.values_list((blog::id, &n)).all(tx).await
        }),
        ported("distinct-024", async |tx| {
            let n = entry::authors().count();
            Entry::objects().distinct_on(entry::blog_id).annotate(&n).all(tx).await
        }),
        rows(
            "distinct-025",
            Blog::objects()
                .filter(blog::entry().rating.exact(5))
                .distinct()
                .values_list(blog::name)
                .flat()
                .order_by(blog::entry().headline),
        ),
    ]
}
