//! `values()` before `annotate()`: groups of rows.

use queryset::demo::shop::*;

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    let mut cases = fields();
    cases.extend(relations());
    cases.extend(filters_and_order());
    cases.extend(expressions());
    cases.extend(after_groups());
    cases.extend(shop());
    cases
}

fn fields() -> Vec<Case> {
    vec![
        ported("group_by-001", async |tx| {
            named!(n: entry::id.count());
            Entry::objects().values(entry::blog()).annotate(&n).order_by(entry::blog()).all(tx).await
        }),
        ported("group_by-002", async |tx| {
            named!(n: entry::id.count());
            Entry::objects().values(entry::rating).annotate(&n).order_by(entry::rating).all(tx).await
        }),
        ported("group_by-003", async |tx| {
            named!(n: entry::rating.count());
            Entry::objects().values(entry::rating).annotate(&n).order_by(entry::rating).all(tx).await
        }),
        ported("group_by-009", async |tx| {
            named!(n: entry::id.count());
            let rows = Entry::objects().values((entry::blog(), entry::rating)).annotate(&n);
            rows.order_by((entry::blog(), entry::rating.asc().nulls_last())).all(tx).await
        }),
        ported("group_by-034", async |tx| {
            named!(a: entry::number_of_pingbacks.sum(), b: entry::rating.sum());
            let rows = Entry::objects().values(entry::blog()).annotate(&a).annotate(&b);
            rows.order_by(entry::blog()).all(tx).await
        }),
        ported("group_by-035", async |tx| {
            let rows = Entry::objects().values_list(entry::blog()).annotate(entry::id.count());
            rows.order_by(entry::blog()).all(tx).await
        }),
        ported("group_by-036", async |tx| {
            let rows = Entry::objects().values_list(entry::blog()).flat().annotate(entry::id.count());
            rows.order_by(entry::blog()).all(tx).await
        }),
        ported("group_by-042", async |tx| {
            named!(n: specimen::id.count(), s: specimen::num.sum().default(0));
            let rows = Specimen::objects().values(specimen::flag).annotate((&n, &s));
            rows.order_by(specimen::flag.asc().nulls_last()).all(tx).await
        }),
    ]
}

fn relations() -> Vec<Case> {
    vec![
        ported("group_by-004", async |tx| {
            named!(n: entry::id.count(), a: entry::rating.avg());
            let rows = Entry::objects().values(entry::blog().name).annotate((&n, &a));
            rows.order_by(entry::blog().name).all(tx).await
        }),
        ported("group_by-005", async |tx| {
            named!(n: entry::id.count());
            let rows = Entry::objects().values(entry::blog().theme().name).annotate(&n);
            rows.order_by(entry::blog().theme().name.asc().nulls_last()).all(tx).await
        }),
        ported("group_by-006", async |tx| {
            named!(a: author::entry().rating.avg(), n: author::entry().count());
            let rows = Author::objects().values(author::name).annotate((&a, &n));
            rows.order_by(author::name).all(tx).await
        }),
        ported("group_by-007", async |tx| {
            named!(a: author::entry().rating.avg());
            let rows = Author::objects().annotate(&a).values((author::name, &a));
            rows.order_by((author::name, author::id)).all(tx).await
        }),
        ported("group_by-022", async |tx| {
            named!(n: entry::id.count());
            let rows = Entry::objects().values(entry::authors().name).annotate(&n);
            rows.order_by(entry::authors().name.asc().nulls_last()).all(tx).await
        }),
        ported("group_by-023", async |tx| {
            named!(n: entry::id.count());
            let rows = Entry::objects().values(entry::authors()).annotate(&n);
            rows.order_by(entry::authors().id.asc().nulls_last()).all(tx).await
        }),
        ported("group_by-024", async |tx| {
            named!(entries: blog::entry().count());
            let rows = Blog::objects().values(blog::entry().authors().name).annotate(&entries);
            rows.order_by(blog::entry().authors().name.asc().nulls_last()).all(tx).await
        }),
        ported("group_by-044", async |tx| {
            named!(n: blog::entry().count(), names: blog::name.count().distinct());
            let rows = Blog::objects().values(blog::theme()).annotate((&n, &names));
            rows.order_by(blog::theme_id.asc().nulls_last()).all(tx).await
        }),
    ]
}

fn filters_and_order() -> Vec<Case> {
    vec![
        ported("group_by-008", async |tx| {
            named!(n: entry::id.count());
            let rows = Entry::objects().values(entry::blog()).annotate(&n).values(&n);
            rows.order_by(entry::blog()).all(tx).await
        }),
        ported("group_by-010", async |tx| {
            named!(n: entry::id.count());
            let rows = Entry::objects().values(entry::blog()).annotate(&n).filter(n.gt(3));
            rows.order_by(entry::blog()).all(tx).await
        }),
        ported("group_by-011", async |tx| {
            named!(n: entry::id.count());
            let rows = Entry::objects().filter(entry::rating.gte(3)).values(entry::blog()).annotate(&n);
            rows.order_by(entry::blog()).all(tx).await
        }),
        ported("group_by-012", async |tx| {
            named!(n: entry::id.count());
            let rows = Entry::objects().values(entry::blog()).annotate(&n).filter(entry::rating.gte(3));
            rows.order_by(entry::blog()).all(tx).await
        }),
        ported("group_by-013", async |tx| {
            named!(n: entry::id.count());
            let rows = Entry::objects().values(entry::blog()).annotate(&n);
            rows.order_by((entry::rating, entry::blog())).all(tx).await
        }),
        ported("group_by-027", async |tx| {
            named!(n: entry::id.count());
            let rows = Entry::objects().values(entry::blog()).annotate(&n);
            rows.order_by((n.desc(), entry::blog())).limit(2).all(tx).await
        }),
        ported("group_by-029", async |tx| {
            named!(n: entry::id.count());
            let rows = Entry::objects().values(entry::blog()).distinct().annotate(&n);
            rows.order_by(entry::blog()).all(tx).await
        }),
    ]
}

fn expressions() -> Vec<Case> {
    vec![
        ported("group_by-017", async |tx| {
            named!(year as "pub_date__year": entry::pub_date.year(), n: entry::id.count());
            Entry::objects().values(&year).annotate(&n).order_by(&year).all(tx).await
        }),
        ported("group_by-018", async |tx| {
            named!(m: entry::pub_date.trunc_month(), n: entry::id.count());
            Entry::objects().annotate(&m).values(&m).annotate(&n).order_by(&m).all(tx).await
        }),
        ported("group_by-019", async |tx| {
            named!(y: entry::pub_date.year(), n: entry::id.count(), c: entry::number_of_pingbacks.sum());
            Entry::objects().values(&y).annotate((&n, &c)).order_by(&y).all(tx).await
        }),
        ported("group_by-020", async |tx| {
            named!(k: case().when(entry::rating.gte(4), "hi").otherwise("lo"), n: entry::id.count());
            Entry::objects().annotate(&k).values(&k).annotate(&n).order_by(&k).all(tx).await
        }),
        ported("group_by-021", async |tx| {
            named!(l: entry::headline.length(), n: entry::id.count());
            Entry::objects().values(&l).annotate(&n).filter(n.gt(1)).order_by(&l).all(tx).await
        }),
        ported("group_by-030", async |tx| {
            named!(n: entry::authors().count(), c: entry::id.count());
            Entry::objects().annotate(&n).values(&n).annotate(&c).order_by(&n).all(tx).await
        }),
        ported("group_by-031", async |tx| {
            named!(x: entry::blog_id, n: entry::id.count());
            let rows = Entry::objects().values(entry::blog()).annotate(&x).annotate(&n);
            rows.order_by(entry::blog()).all(tx).await
        }),
        ported("group_by-032", async |tx| {
            named!(x: entry::rating * 2, n: entry::id.count());
            let rows = Entry::objects().annotate(&x).values(&x).annotate(&n);
            rows.order_by(x.asc().nulls_last()).all(tx).await
        }),
        ported("group_by-033", async |tx| {
            named!(s: entry::rating.sum());
            named!(t: &s + 1);
            let rows = Entry::objects().values(entry::blog()).annotate((&s, &t));
            rows.order_by(entry::blog()).all(tx).await
        }),
        ported("group_by-043", async |tx| {
            let of_blog = entry_detail::entry().blog_id.exact(outer(entry::blog_id));
            named!(e: exists(EntryDetail::objects().filter(of_blog)), n: entry::id.count());
            let rows = Entry::objects().values(entry::blog()).annotate(&e).annotate(&n);
            rows.order_by(entry::blog()).all(tx).await
        }),
    ]
}

/// What is asked of the groups.
fn after_groups() -> Vec<Case> {
    vec![
        ported("group_by-025", async |tx| {
            Entry::objects().values_list(entry::blog()).annotate(entry::id.count()).count(tx).await
        }),
        ported("group_by-026", async |tx| {
            let n = entry::id.count();
            let groups = Entry::objects().values_list(entry::blog()).annotate(&n);
            groups.aggregate((n.max(), n.avg()), tx).await
        }),
        ported("group_by-028", async |tx| {
            Entry::objects().values_list(entry::blog()).annotate(entry::id.count()).exists(tx).await
        }),
    ]
}

fn shop() -> Vec<Case> {
    vec![
        ported("group_by-014", async |tx| {
            named!(n: product::id.count());
            Product::objects().values(product::category()).annotate(&n).all(tx).await
        }),
        ported("group_by-015", async |tx| {
            named!(n: product::id.count());
            let rows = Product::objects().values(product::category()).annotate(&n);
            rows.order_by(product::category()).all(tx).await
        }),
        ported("group_by-016", async |tx| {
            named!(n: product::id.count(), s: product::price.sum());
            let rows = Product::objects().values(product::category().name).annotate((&n, &s));
            rows.order_by(product::category().name).all(tx).await
        }),
        ported("group_by-037", async |tx| {
            named!(month: order::order_date.trunc_month());
            named!(total: order::total_amount.sum(), n: order::id.count());
            let rows = Order::objects().annotate(&month).values(&month).annotate((&total, &n));
            rows.order_by(&month).all(tx).await
        }),
        ported("group_by-038", async |tx| {
            named!(n: order::id.count(), t: order::total_amount.sum());
            let rows = Order::objects().values(order::customer().user().username).annotate((&n, &t));
            rows.order_by(t.desc()).all(tx).await
        }),
        ported("group_by-039", async |tx| {
            named!(q: order_item::quantity.sum(), r: (order_item::price * order_item::quantity).sum());
            let rows = OrderItem::objects().values(order_item::product().category().name).annotate((&q, &r));
            rows.order_by(r.desc()).all(tx).await
        }),
        ported("group_by-040", async |tx| {
            named!(n: order::id.count(), items: order::items().count(), t: order::total_amount.sum());
            let rows = Order::objects().values(order::status).annotate((&n, &items, &t));
            rows.order_by(order::status).all(tx).await
        }),
        ported("group_by-041", async |tx| {
            named!(n: order::id.count().distinct(), items: order::items().count());
            named!(t: order::total_amount.sum().distinct());
            let rows = Order::objects().values(order::status).annotate((&n, &items, &t));
            rows.order_by(order::status).all(tx).await
        }),
    ]
}
