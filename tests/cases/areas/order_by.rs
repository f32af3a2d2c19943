//! `order_by()`: directions, `NULL`, relations, transforms, and the order of the model itself.

use queryset::demo::shop::*;

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    let mut cases = columns();
    cases.extend(relations());
    cases.extend(rest());
    cases
}

fn columns() -> Vec<Case> {
    let keys = || Entry::objects().values_list(entry::id).flat();
    vec![
        ported("order_by-001", async move |tx| {
            keys().order_by((entry::pub_date.desc(), entry::headline)).all(tx).await
        }),
        ported("order_by-002", async move |tx| {
            keys().order_by((entry::pub_date.desc(), entry::headline, entry::id)).all(tx).await
        }),
        ported("order_by-003", async move |tx| {
            keys().order_by(entry::headline).order_by((entry::pub_date, entry::id)).all(tx).await
        }),
        ported("order_by-004", async |tx| {
            let rows = Entry::objects().values_list((entry::id, entry::rating));
            rows.order_by((entry::rating, entry::id)).all(tx).await
        }),
        ported("order_by-005", async |tx| {
            let rows = Entry::objects().values_list((entry::id, entry::rating));
            rows.order_by((entry::rating.desc(), entry::id)).all(tx).await
        }),
        ported("order_by-006", async move |tx| {
            keys().order_by((entry::rating.asc().nulls_first(), entry::id)).all(tx).await
        }),
        ported("order_by-007", async move |tx| {
            keys().order_by((entry::rating.asc().nulls_last(), entry::id)).all(tx).await
        }),
        ported("order_by-008", async move |tx| {
            keys().order_by((entry::rating.desc().nulls_first(), entry::id)).all(tx).await
        }),
        ported("order_by-009", async move |tx| {
            keys().order_by((entry::rating.desc().nulls_last(), entry::id)).all(tx).await
        }),
        ported("order_by-024", async |tx| {
            Theme::objects().order_by(theme::name).values_list(theme::name).flat().all(tx).await
        }),
        ported("order_by-025", async |tx| {
            Theme::objects().order_by(theme::name.lower()).values_list(theme::name).flat().all(tx).await
        }),
        ported("order_by-026", async |tx| {
            Theme::objects()
                .order_by(theme::name.lower().desc())
                .values_list(theme::name)
                .flat()
                .all(tx)
                .await
        }),
        ported("order_by-027", async |tx| {
            Theme::objects().order_by(theme::name.lower()).values_list(theme::name).flat().all(tx).await
        }),
        ported("order_by-028", async |tx| {
            let longest = Theme::objects().order_by((theme::name.length().desc(), theme::name.lower()));
            longest.values_list(theme::name).flat().all(tx).await
        }),
        ported("order_by-029", async move |tx| {
            keys().order_by((entry::blog().name.lower(), entry::id)).all(tx).await
        }),
        ported("order_by-030", async move |tx| {
            keys().order_by((entry::pub_date.year(), entry::pub_date.month().desc(), entry::id)).all(tx).await
        }),
        ported("order_by-031", async move |tx| {
            keys().order_by((entry::number_of_comments - entry::number_of_pingbacks, entry::id)).all(tx).await
        }),
        ported("order_by-032", async move |tx| {
            let surplus = entry::number_of_comments - entry::number_of_pingbacks;
            keys().order_by((surplus.desc(), entry::id)).all(tx).await
        }),
        ported("order_by-033", async move |tx| {
            keys().order_by((entry::summary.coalesce(entry::headline).desc(), entry::id)).all(tx).await
        }),
        ported("order_by-034", async move |tx| {
            let place = case().when(entry::rating.exact(5), 0).when(entry::rating.isnull(true), 1);
            keys().order_by((place.otherwise(2), entry::id)).all(tx).await
        }),
        ported("order_by-035", async move |tx| {
            let best = entry::rating.exact(5) & !entry::blog_id.exact(1);
            keys().order_by((case().when(best, 0).otherwise(1), entry::id.desc())).all(tx).await
        }),
    ]
}

fn relations() -> Vec<Case> {
    let blogs = || Blog::objects().values_list(blog::id).flat();
    let entries = || Entry::objects().values_list(entry::id).flat();
    let events = || Event::objects().values_list(event::id).flat();
    let people = || Person::objects().values_list(person::id).flat();
    vec![
        ported("order_by-011", async move |tx| blogs().order_by((blog::theme(), blog::id)).all(tx).await),
        ported("order_by-012", async move |tx| {
            blogs().order_by((blog::theme().desc(), blog::id)).all(tx).await
        }),
        ported("order_by-013", async move |tx| blogs().order_by((blog::theme_id, blog::id)).all(tx).await),
        ported("order_by-014", async move |tx| blogs().order_by((blog::theme().id, blog::id)).all(tx).await),
        ported("order_by-015", async move |tx| blogs().order_by((blog::theme().id, blog::id)).all(tx).await),
        ported("order_by-016", async move |tx| {
            blogs().order_by((blog::theme().name, blog::id)).all(tx).await
        }),
        ported("order_by-017", async move |tx| entries().order_by((entry::blog(), entry::id)).all(tx).await),
        ported("order_by-018", async move |tx| {
            entries().order_by((entry::blog().theme(), entry::id.desc())).all(tx).await
        }),
        ported("order_by-019", async move |tx| {
            people().order_by((person::hometown(), person::id)).all(tx).await
        }),
        ported("order_by-020", async move |tx| {
            people().order_by((person::hometown().desc(), person::id)).all(tx).await
        }),
        ported("order_by-021", async |tx| City::objects().values_list(city::id).flat().all(tx).await),
        ported("order_by-022", async |tx| Country::objects().values_list(country::code).flat().all(tx).await),
        ported("order_by-023", async |tx| {
            Country::objects().reverse().values_list(country::code).flat().all(tx).await
        }),
        ported("order_by-036", async move |tx| {
            events().order_by((event::children().date, event::id)).all(tx).await
        }),
        ported("order_by-037", async move |tx| {
            events().order_by((event::parent().date, event::id)).all(tx).await
        }),
        ported("order_by-038", async |tx| {
            let ratings = Blog::objects().order_by((blog::entry().rating, blog::id));
            ratings.values_list((blog::id, blog::entry().rating)).all(tx).await
        }),
        ported("order_by-039", async move |tx| {
            entries().order_by((entry::entry_detail().details, entry::id)).all(tx).await
        }),
        ported("order_by-040", async |tx| {
            let authors = Entry::objects().order_by((entry::authors().name, entry::id));
            authors.values_list((entry::id, entry::authors().name)).all(tx).await
        }),
    ]
}

fn rest() -> Vec<Case> {
    let labels = || Specimen::objects().values_list(specimen::label).flat();
    vec![
        no_counterpart("order_by-010", "the last of `nulls_first()` and `nulls_last()` holds"),
        ported("order_by-041", async |tx| Product::objects().values_list(product::id).flat().all(tx).await),
        ported("order_by-042", async |tx| {
            Product::objects().order_by(()).values_list(product::id).flat().all(tx).await
        }),
        compile_error("order_by-043", "order/reverse_needs_an_order"),
        no_counterpart("order_by-044", "a query set does not tell whether it is ordered"),
        ported("order_by-045", async |tx| {
            let n = product::reviews().count();
            Product::objects().annotate(&n).values_list((product::id, &n)).all(tx).await
        }),
        ported("order_by-046", async |tx| {
            let items = OrderItem::objects().order_by((order_item::product(), order_item::id));
            items.values_list(order_item::id).flat().all(tx).await
        }),
        compile_error("order_by-047", "model/a_misspelt_field_does_not_exist"),
        compile_error("order_by-048", "model/a_misspelt_field_of_a_relation_does_not_exist"),
        ported("order_by-049", async |tx| Ok(Entry::objects().order_by(random()).all(tx).await?.len())),
        ported("order_by-050", async |tx| {
            let n = blog::entry().count();
            let rows = Blog::objects().annotate(&n).order_by((n.desc(), blog::id));
            rows.values_list((blog::id, &n)).all(tx).await
        }),
        ported("order_by-051", async |tx| {
            let n = blog::entry().count();
            Blog::objects().alias(&n).order_by((n.desc(), blog::id)).all(tx).await
        }),
        ported("order_by-052", async |tx| {
            Entry::objects().values(entry::headline).order_by((entry::rating, entry::id)).all(tx).await
        }),
        ported("order_by-053", async move |tx| {
            labels().order_by((specimen::dec, specimen::id)).all(tx).await
        }),
        ported("order_by-054", async move |tx| {
            labels().order_by(specimen::span.desc().nulls_last()).all(tx).await
        }),
        ported("order_by-055", async move |tx| {
            labels().order_by((specimen::flag.asc().nulls_last(), specimen::id)).all(tx).await
        }),
        ported("order_by-056", async move |tx| {
            labels().order_by(specimen::moment.asc().nulls_last()).all(tx).await
        }),
        ported("order_by-057", async |tx| {
            let busy = raw_sql::<Entry, kind::Integer>("number_of_comments").expr();
            Entry::objects().order_by((busy.desc(), entry::id)).values_list(entry::id).flat().all(tx).await
        }),
    ]
}
