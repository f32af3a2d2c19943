//! `values_list()`: rows as tuples, as single values, as named rows.

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    vec![
        ported("values_list-001", async |tx| {
            let rows = Entry::objects().values_list((entry::id, entry::headline));
            rows.order_by(entry::id).limit(3).all(tx).await
        }),
        ported("values_list-002", async |tx| {
            let rows = Entry::objects().values_list(entry::headline).flat();
            rows.order_by(entry::id).limit(3).all(tx).await
        }),
        ported("values_list-003", async |tx| {
            let rows = Entry::objects().values_list((entry::id, entry::headline.lower()));
            rows.order_by(entry::id).limit(2).all(tx).await
        }),
        ported("values_list-004", async |tx| {
            let rows = Entry::objects().values_list((entry::id, entry::headline)).named();
            rows.order_by(entry::id).limit(2).all(tx).await
        }),
        ported("values_list-005", async |tx| {
            named!(n: entry::headline.length());
            let rows = Entry::objects().annotate(&n).values_list((entry::id, &n)).named();
            rows.order_by(entry::id).limit(2).all(tx).await
        }),
        compile_error("values_list-006", "values/flat_needs_one_field"),
        compile_error("values_list-007", "values/named_does_not_follow_flat"),
        ported("values_list-008", async |tx| {
            let entry = Entry::objects().filter(entry::id.exact(1));
            entry.values_list(entry::headline).flat().get(tx).await
        }),
        ported("values_list-009", async |tx| {
            let rows = Author::objects().values_list((author::name, author::entry().headline));
            rows.order_by((author::id, author::entry().id)).all(tx).await
        }),
        ported("values_list-010", async |tx| {
            let rows = Entry::objects().values_list(entry::authors());
            rows.order_by((entry::id, entry::authors())).all(tx).await
        }),
        ported("values_list-011", async |tx| {
            Blog::objects().values_list(blog::ALL).order_by(blog::id).limit(1).all(tx).await
        }),
        ported("values_list-012", async |tx| {
            Blog::objects().values_list(blog::theme().name).flat().order_by(blog::id).all(tx).await
        }),
        ported("values_list-013", async |tx| {
            Entry::objects().values_list(entry::pub_date.year()).flat().order_by(entry::id).all(tx).await
        }),
        ported("values_list-014", async |tx| {
            let answers = entry::number_of_comments + entry::number_of_pingbacks;
            Entry::objects().values_list(answers).flat().order_by(entry::id).limit(3).all(tx).await
        }),
        ported("values_list-015", async |tx| {
            let fields = (
                specimen::label,
                specimen::flag,
                specimen::dec,
                specimen::real,
                specimen::clock,
                specimen::span,
                specimen::uid,
                specimen::blob,
                specimen::data,
            );
            Specimen::objects().values_list(fields).order_by(specimen::id).all(tx).await
        }),
        ported("values_list-016", async |tx| {
            Specimen::objects().values_list(specimen::moment).flat().order_by(specimen::id).all(tx).await
        }),
        ported("values_list-017", async |tx| {
            let rows = Entry::objects().only(entry::headline).values(entry::headline);
            rows.order_by(entry::id).limit(1).all(tx).await
        }),
        compile_error("values_list-018", "only_defer/only_does_not_follow_values"),
        compile_error("values_list-019", "select_related/values_have_no_related_rows"),
    ]
}
