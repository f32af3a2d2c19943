//! `&`, `|` and `^` of query sets; `union()` and the like.

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    let five = || Entry::objects().filter(entry::rating.exact(5));
    let first = || Entry::objects().filter(entry::blog_id.exact(1));
    let rated = |rating| Blog::objects().filter(blog::entry().rating.exact(rating));
    let empty = || Blog::objects().filter(blog::name.exact("Empty Blog"));
    let mut cases = vec![
        rows("set_ops-027", (five() & first()).order_by(entry::id)),
        rows("set_ops-028", (five() | first()).order_by(entry::id)),
        rows("set_ops-029", (five() ^ first()).order_by(entry::id)),
        rows("set_ops-030", (rated(5) & rated(4)).order_by(blog::id)),
        rows("set_ops-031", (rated(5) | rated(4)).order_by(blog::id)),
        rows("set_ops-032", (rated(5) | empty()).order_by(blog::id)),
        rows("set_ops-033", (empty() | rated(5)).order_by(blog::id)),
        rows(
            "set_ops-034",
            (Entry::objects().filter(entry::blog().theme().name.exact("Space")) | five()).order_by(entry::id),
        ),
        compile_error("set_ops-035", "combine/query_sets_of_two_models_are_not_combined"),
        rows(
            "set_ops-036",
            Entry::objects()
                .filter(entry::id.in_(Entry::objects().order_by(entry::id).limit(2).values_list(entry::id)))
                | Entry::objects(),
        ),
        rows("set_ops-037", five().order_by(entry::id.desc()) | first().order_by(entry::id)),
        rows(
            "set_ops-038",
            (Entry::objects().exclude(entry::authors().id.exact(1)) & first()).order_by(entry::id),
        ),
    ];
    cases.extend(put_together());
    cases
}

/// `union()`, `intersection()` and `difference()`.
fn put_together() -> Vec<Case> {
    let rated = |rating| Entry::objects().filter(entry::rating.exact(rating));
    let of_blog = |blog| Entry::objects().filter(entry::blog_id.exact(blog));
    let none = || Entry::objects().none();
    let authors = || Author::objects().values_list(author::name);
    let blogs = || Blog::objects().values_list(blog::name);
    let (a, b) = (value("a"), value("b"));
    named!(rating: entry::rating.cast::<kind::Integer>());
    vec![
        rows("set_ops-001", authors().union(blogs()).order_by(author::name)),
        rows("set_ops-002", rated(5).union(of_blog(1)).order_by(entry::id)),
        rows("set_ops-003", rated(5).union_all(of_blog(1)).order_by(entry::id)),
        rows("set_ops-004", rated(5).intersection(of_blog(1)).order_by(entry::id)),
        rows("set_ops-005", rated(5).difference(of_blog(1)).order_by(entry::id)),
        rows("set_ops-006", rated(5).union((rated(4), rated(3))).order_by(entry::id.desc()).limit(4)),
        ported("set_ops-007", async move |tx| rated(5).union(rated(4)).count(tx).await),
        rows("set_ops-008", rated(5).union(rated(4)).values_list(entry::id).flat().order_by(entry::id)),
        compile_error("set_ops-009", "union/a_union_is_not_filtered"),
        compile_error("set_ops-010", "union/a_union_is_not_annotated"),
        compile_error("set_ops-011", "union/a_union_is_not_made_distinct"),
        ported("set_ops-012", async move |tx| rated(5).union(rated(4)).exists(tx).await),
        rows("set_ops-013", rated(5).union(none()).order_by(entry::id)),
        rows("set_ops-014", none().union(rated(5)).order_by(entry::id)),
        rows("set_ops-015", rated(5).intersection(none())),
        rows("set_ops-016", rated(5).difference(none()).order_by(entry::id)),
        rows("set_ops-017", none().difference(rated(5))),
        rows(
            "set_ops-018",
            (Entry::objects().order_by(entry::id.desc()).limit(2))
                .union(Entry::objects().order_by(entry::id).limit(2))
                .order_by(entry::id),
        ),
        rows("set_ops-019", Entry::objects().order_by(entry::id).union(Entry::objects())),
        rows(
            "set_ops-020",
            (Author::objects().values_list((author::name, author::id)))
                .union(Blog::objects().values_list((blog::name, blog::id)))
                .order_by((author::name, author::id)),
        ),
        rows(
            "set_ops-021",
            (Author::objects().values_list((author::name, &a)))
                .union(Blog::objects().values_list((blog::name, &b)))
                .order_by((&a, author::name)),
        ),
        rows(
            "set_ops-022",
            (Author::objects().values(author::name))
                .union(Blog::objects().values(blog::name).order_by(()))
                .order_by(author::name.desc())
                .limit(3),
        ),
        rows(
            "set_ops-023",
            Entry::objects().values(&rating).union(Entry::objects().values(entry::blog_id)).order_by(&rating),
        ),
        rows(
            "set_ops-024",
            (Entry::objects().values_list(entry::rating).flat())
                .union(Entry::objects().values_list(entry::number_of_pingbacks).flat())
                .order_by(entry::rating),
        ),
        entries(
            "set_ops-025",
            entry::id.in_(rated(5).values_list(entry::id).union(rated(1).values_list(entry::id))),
        ),
        rows("set_ops-026", rated(5).difference(of_blog(1).union(of_blog(4))).order_by(entry::id)),
    ]
}
