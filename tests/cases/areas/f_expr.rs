//! `F`: a column on the right of a lookup, and arithmetic.

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    let mut cases = vec![
        entries("f_expr-001", entry::number_of_comments.gt(entry::number_of_pingbacks * 2)),
        entries("f_expr-002", entry::rating.lt(entry::number_of_comments + entry::number_of_pingbacks)),
        entries("f_expr-003", entry::authors().name.exact(entry::blog().name)),
        rows(
            "f_expr-004",
            Entry::objects()
                .filter(entry::headline.exact(entry::blog().entry().headline))
                .order_by(entry::id)
                .distinct(),
        ),
        later("f_expr-005", "arithmetic on dates"),
        ported("f_expr-026", async |tx| {
            Entry::objects().filter(entry::rating.exact(entry::rating)).count(tx).await
        }),
        rows("f_expr-027", Entry::objects().exclude(entry::rating.exact(entry::rating)).order_by(entry::id)),
        compile_error("f_expr-028", "lookup/isnull_takes_a_boolean"),
        entries("f_expr-029", entry::number_of_comments.gte(entry::blog().id * 2)),
        rows(
            "f_expr-030",
            Blog::objects()
                .filter(blog::entry().number_of_comments.gt(blog::entry().number_of_pingbacks))
                .order_by(blog::id),
        ),
        rows(
            "f_expr-031",
            Blog::objects()
                .exclude(blog::entry().number_of_comments.gt(blog::entry().number_of_pingbacks))
                .order_by(blog::id),
        ),
        rows("f_expr-032", Blog::objects().exclude(blog::entry().rating.exact(blog::id)).order_by(blog::id)),
        rows(
            "f_expr-033",
            Person::objects().filter(person::hometown().name.exact(person::name)).order_by(person::id),
        ),
        rows(
            "f_expr-034",
            Book::objects()
                .filter(book::author().hometown().id.exact(book::editor().hometown().id))
                .order_by(book::id),
        ),
        rows(
            "f_expr-035",
            Book::objects()
                .exclude(book::author().hometown().id.exact(book::editor().hometown().id))
                .order_by(book::id),
        ),
        later("f_expr-037", "database functions"),
    ];
    let annotated = [
        "f_expr-006",
        "f_expr-007",
        "f_expr-008",
        "f_expr-009",
        "f_expr-010",
        "f_expr-011",
        "f_expr-012",
        "f_expr-013",
        "f_expr-014",
        "f_expr-015",
        "f_expr-016",
        "f_expr-017",
        "f_expr-018",
        "f_expr-019",
        "f_expr-020",
        "f_expr-021",
        "f_expr-022",
        "f_expr-023",
        "f_expr-024",
        "f_expr-025",
        "f_expr-036",
    ];
    cases.extend(annotated.map(|id| later(id, "annotate")));
    cases
}
