//! `F`: a column on the right of a lookup, and arithmetic.

use jiff::SignedDuration;
use serde_json::json;

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
        entries("f_expr-037", entry::headline.startswith(entry::body_text.left(5))),
    ];
    cases.extend(dates());
    cases.extend(numbers());
    cases.extend(kinds());
    cases
}

fn dates() -> Vec<Case> {
    let open = || entry::mod_date - entry::pub_date;
    let days = |days: i64| SignedDuration::from_hours(24 * days);
    vec![
        entries("f_expr-005", entry::mod_date.gt((entry::pub_date + days(3)).date())),
        ported("f_expr-006", async move |tx| {
            let d = open();
            Entry::objects().annotate(&d).order_by(entry::id).values_list((entry::id, &d)).all(tx).await
        }),
        ported("f_expr-007", async move |tx| {
            let d = open();
            let rows = Entry::objects().annotate(&d).filter(d.lt(SignedDuration::ZERO));
            rows.order_by(entry::id).all(tx).await
        }),
        ported("f_expr-008", async move |tx| {
            let d = entry::pub_date + days(30);
            let rows = Entry::objects().annotate(&d).order_by(entry::id);
            rows.values_list(&d).flat().limit(3).all(tx).await
        })
        .unlike(
            "a moment in UTC on PostgreSQL, too",
            json!(["2008-07-01T00:00:00Z", "2008-08-14T00:00:00Z", "2008-01-31T00:00:00Z"]),
        ),
        ported("f_expr-009", async |tx| {
            let d = specimen::moment + specimen::span;
            let rows = Specimen::objects().annotate(&d).exclude(specimen::label.exact("max"));
            rows.order_by(specimen::id).values_list((specimen::label, &d)).all(tx).await
        }),
        ported("f_expr-010", async |tx| {
            let d = specimen::moment - SignedDuration::from_hours(1);
            let rows = Specimen::objects().annotate(&d).filter(specimen::label.in_(["one", "half"]));
            rows.order_by(specimen::id).values_list(&d).flat().all(tx).await
        }),
        ported("f_expr-011", async |tx| {
            #[expect(clippy::eq_op, reason = "the case is about the difference of two times")]
            let d = specimen::clock - specimen::clock;
            let rows = Specimen::objects().annotate(&d).filter(specimen::label.exact("one"));
            rows.values_list(&d).flat().all(tx).await
        }),
        compile_error("f_expr-012", "arithmetic/a_duration_is_not_multiplied"),
    ]
}

fn numbers() -> Vec<Case> {
    let ratio = || entry::number_of_comments / entry::number_of_pingbacks;
    let by_key = || Entry::objects().order_by(entry::id);
    vec![
        ported("f_expr-013", async move |tx| {
            let a = ratio();
            let rows = by_key().annotate(&a).filter(entry::id.in_([1, 2, 8, 14]));
            rows.values_list((entry::id, &a)).all(tx).await
        }),
        ported("f_expr-014", async move |tx| {
            let a = ratio();
            let rows = Entry::objects().annotate(&a).filter(entry::id.exact(6));
            rows.values_list(&a).flat().all(tx).await
        }),
        ported("f_expr-015", async move |tx| {
            let a = entry::number_of_comments % 3;
            let rows = by_key().annotate(&a).filter(entry::number_of_comments.lt(100));
            rows.values_list((entry::id, &a)).all(tx).await
        }),
        ported("f_expr-016", async move |tx| {
            let a = entry::number_of_pingbacks.pow(2);
            by_key().annotate(&a).values_list(&a).flat().limit(4).all(tx).await
        }),
        ported("f_expr-017", async move |tx| {
            let a = -entry::number_of_pingbacks;
            by_key().annotate(&a).values_list(&a).flat().limit(3).all(tx).await
        }),
        ported("f_expr-018", async move |tx| {
            let a = 10 - entry::rating;
            by_key().annotate(&a).values_list(&a).flat().limit(3).all(tx).await
        }),
        ported("f_expr-019", async move |tx| {
            let bits = entry::number_of_pingbacks;
            let (a, o, x) = (bits.bitand(6), bits.bitor(8), bits.bitxor(3));
            by_key().annotate((&a, &o, &x)).values_list((&a, &o, &x)).limit(5).all(tx).await
        }),
        ported("f_expr-020", async move |tx| {
            let bits = entry::number_of_pingbacks;
            let (a, o) = (bits.bitleftshift(2), bits.bitrightshift(1));
            by_key().annotate((&a, &o)).values_list((&a, &o)).limit(5).all(tx).await
        }),
    ]
}

fn kinds() -> Vec<Case> {
    let labelled = |labels: &[&'static str]| {
        Specimen::objects().filter(specimen::label.in_(labels)).order_by(specimen::id)
    };
    vec![
        ported("f_expr-021", async move |tx| {
            let dec = specimen::dec;
            let (x, y, z) = (dec * 2, dec / 4, dec + decimal("0.5"));
            let rows = labelled(&["one", "half", "quarter"]).annotate((&x, &y, &z));
            rows.values_list((&x, &y, &z)).all(tx).await
        }),
        ported("f_expr-022", async move |tx| {
            let (x, y) = (specimen::real * 2, specimen::num * 0.5);
            labelled(&["half", "neg"]).annotate((&x, &y)).values_list((&x, &y)).all(tx).await
        }),
        ported("f_expr-023", async move |tx| {
            let x = specimen::num + 1.5;
            labelled(&["half"]).annotate(&x).values_list(&x).flat().all(tx).await
        }),
        compile_error("f_expr-024", "arithmetic/a_decimal_takes_no_float"),
        compile_error("f_expr-025", "arithmetic/text_is_not_added_to_text"),
        ported("f_expr-036", async |tx| {
            let s = entry::summary.substr_len(1, 3);
            let rows = Entry::objects().annotate(&s).order_by(entry::id);
            rows.values_list((entry::id, &s)).limit(5).all(tx).await
        }),
    ]
}
