//! Windows: functions, aggregates, frames, and filters on them.

use queryset::demo::shop::*;
use queryset::{Computed, Expr, Nullability, OverWindow, Plain};
use serde::Serialize;
use serde_json::json;

use super::prelude::*;

/// What is computed over a window of entries.
type Windowed<K, N> = Expr<Computed<Entry, Plain, OverWindow>, K, N>;

pub(super) fn cases() -> Vec<Case> {
    let mut cases = functions();
    cases.extend(aggregates());
    cases.extend(frames());
    cases.extend(filters());
    cases.extend(shop());
    cases.extend(refused());
    cases
}

/// The entries by key, with what is computed for each.
fn with_each<K, N>(id: &'static str, computed: Windowed<K, N>) -> Case
where
    K: kind::Kind,
    N: Nullability<Of<K::Value>: Serialize>,
{
    rows(id, Entry::objects().order_by(entry::id).values_list((entry::id, computed)))
}

fn functions() -> Vec<Case> {
    let by_day = || window().partition_by(entry::blog_id).order_by((entry::pub_date, entry::id));
    let by_id = || window().partition_by(entry::blog_id).order_by(entry::id);
    let by_pingbacks = || window().order_by(entry::number_of_pingbacks);
    vec![
        ported("window-001", async |tx| {
            let r = rank().over(window().order_by(entry::number_of_pingbacks.desc()));
            Entry::objects().annotate(&r).order_by((&r, entry::id)).values_list((entry::id, &r)).all(tx).await
        }),
        ported("window-002", async |tx| {
            let r = dense_rank().over(window().order_by(entry::number_of_pingbacks.desc()));
            Entry::objects().annotate(&r).order_by((&r, entry::id)).values_list((entry::id, &r)).all(tx).await
        }),
        ported("window-003", async |tx| {
            let newest = window().partition_by(entry::blog_id).order_by((entry::pub_date.desc(), entry::id));
            let r = row_number().over(newest);
            let entries = Entry::objects().annotate(&r).order_by((entry::blog_id, &r));
            entries.values_list((entry::blog_id, &r, entry::id)).all(tx).await
        }),
        with_each("window-004", entry::headline.lag().over(by_day())),
        with_each(
            "window-005",
            entry::number_of_pingbacks.lag().offset(2).default(-1).over(window().order_by(entry::id)),
        ),
        with_each("window-006", entry::id.lead().over(by_id())),
        with_each("window-007", entry::id.first_value().over(by_day())),
        with_each("window-008", entry::id.last_value().over(by_id())),
        with_each("window-009", entry::id.last_value().over(by_id().rows(..))),
        with_each("window-010", entry::id.nth_value(2).over(by_id())),
        with_each("window-011", ntile(3).over(window().order_by(entry::id))),
        with_each("window-012", percent_rank().over(by_pingbacks())),
        with_each("window-013", cume_dist().over(by_pingbacks())),
        with_each(
            "window-033",
            row_number().over(window().partition_by(entry::blog().theme()).order_by(entry::id)),
        ),
        with_each(
            "window-034",
            row_number().over(
                window()
                    .partition_by(entry::pub_date.year())
                    .order_by((entry::rating.desc().nulls_last(), entry::id)),
            ),
        ),
        ported("window-046", async |tx| {
            let r = row_number().over(window().order_by(entry::id));
            Entry::objects().order_by(entry::id).values_list((entry::id, r)).slice(2..5).all(tx).await
        }),
        ported("window-047", async |tx| {
            let r = row_number().over(window().order_by(entry::id));
            let late = Entry::objects().annotate(&r).filter(entry::id.gt(10)).order_by(entry::id);
            late.values_list((entry::id, &r)).all(tx).await
        }),
    ]
}

fn aggregates() -> Vec<Case> {
    let blog = || window().partition_by(entry::blog_id);
    vec![
        with_each("window-014", entry::number_of_pingbacks.sum().over(window().order_by(entry::id))),
        ported("window-015", async |tx| {
            let s = entry::number_of_pingbacks.sum().over(window().order_by(entry::pub_date));
            let rows = Entry::objects().order_by((entry::pub_date, entry::id));
            rows.values_list((entry::id, s)).all(tx).await
        }),
        with_each("window-016", entry::number_of_pingbacks.sum().over(blog())),
        with_each("window-017", entry::rating.avg().over(blog())),
        ported("window-018", async |tx| {
            let s = entry::id.count().over(window());
            Entry::objects().order_by(entry::id).values_list(s).flat().limit(2).all(tx).await
        }),
        ported("window-030", async |tx| {
            let r = row_number().over(window().order_by(entry::id));
            named!(m: r.max());
            Entry::objects().annotate(&r).aggregate(&m, tx).await.map(|m| serde_json::json!({ "m": m }))
        }),
        ported("window-031", async |tx| {
            let n = blog::entry().count();
            let r = rank().over(window().order_by(n.desc()));
            let blogs = Blog::objects().annotate((&n, &r)).order_by(blog::id);
            blogs.values_list((blog::id, &n, &r)).all(tx).await
        }),
        with_each("window-035", entry::number_of_pingbacks - entry::number_of_pingbacks.avg().over(blog())),
        ported("window-036", async |tx| {
            let r = rank().over(window().order_by(entry::number_of_pingbacks.desc()));
            Entry::objects().order_by((r, entry::id)).values_list(entry::id).flat().limit(4).all(tx).await
        }),
        with_each("window-037", entry::rating.sum().filter(entry::rating.gt(3)).over(blog())),
    ]
}

fn frames() -> Vec<Case> {
    let pingbacks = || entry::number_of_pingbacks.sum();
    let by_id = || window().order_by(entry::id);
    let (before, after) = (-1, 2);
    vec![
        with_each("window-019", pingbacks().over(by_id().rows(-1..=1))),
        with_each("window-020", pingbacks().over(by_id().rows(0..))),
        ported("window-021", async |tx| {
            let s = entry::id.count().over(window().order_by(entry::pub_date).range(..=0));
            let rows = Entry::objects().order_by((entry::pub_date, entry::id));
            rows.values_list((entry::id, s)).all(tx).await
        }),
        with_each(
            "window-022",
            pingbacks().over(window().order_by(entry::number_of_pingbacks).range(-1..=1)),
        ),
        with_each("window-023", entry::id.count().over(by_id().rows(after..=before))),
        with_each("window-024", pingbacks().over(by_id().rows(-2..=-1))),
    ]
}

fn filters() -> Vec<Case> {
    let number = || row_number().over(window().order_by(entry::id));
    vec![
        ported("window-025", async |tx| {
            let newest = window().partition_by(entry::blog_id).order_by((entry::pub_date.desc(), entry::id));
            let r = row_number().over(newest);
            let first = Entry::objects().alias(&r).filter(r.exact(1)).order_by(entry::blog_id);
            first.values_list((entry::blog_id, entry::id)).all(tx).await
        }),
        ported("window-026", async |tx| {
            let r = row_number().over(window().partition_by(entry::blog_id).order_by(entry::id));
            let good = Entry::objects().annotate(&r).filter(r.lte(2) & entry::rating.gte(3));
            good.order_by(entry::id).values_list((entry::id, &r)).all(tx).await
        }),
        ported("window-027", async |tx| {
            let r = rank().over(window().order_by(entry::rating));
            let some = Entry::objects().annotate(&r).filter(r.exact(1) | entry::blog_id.exact(6));
            some.order_by(entry::id).values_list(entry::id).flat().all(tx).await
        }),
        ported("window-028", async move |tx| {
            let r = number();
            Entry::objects().annotate(&r).filter(r.gt(3)).count(tx).await
        }),
        ported("window-029", async move |tx| {
            let r = number();
            Entry::objects().annotate(&r).exclude(r.lte(14)).order_by(entry::id).all(tx).await
        }),
    ]
}

fn shop() -> Vec<Case> {
    let by_price = || window().partition_by(product::category_id).order_by(product::price);
    vec![
        ported("window-041", async |tx| {
            let dearest = window().partition_by(product::category_id).order_by(product::price.desc());
            named!(r: rank().over(dearest));
            let rows = Product::objects().values((product::name, product::category().name)).annotate(&r);
            rows.order_by((product::category().name, &r)).all(tx).await
        }),
        ported("window-042", async |tx| {
            let of_customer = window().partition_by(order::customer_id).order_by(order::order_date);
            let p = order::total_amount.lag().over(of_customer);
            Order::objects().order_by(order::id).values_list((order::id, p)).all(tx).await
        }),
        ported("window-043", async move |tx| {
            let (p, n) = (product::price.lag().over(by_price()), product::price.lead().over(by_price()));
            Product::objects().order_by(product::id).values_list((product::name, p, n)).all(tx).await
        }),
    ]
}

fn refused() -> Vec<Case> {
    let by_price = || window().partition_by(product::category_id).order_by(product::price);
    vec![
        compile_error("window-032", "window/an_aggregate_of_an_aggregate_over_a_window"),
        compile_error("window-038", "window/a_column_is_not_computed_over_a_window"),
        with_each("window-039", entry::headline.lag().offset(0).over(window().order_by(entry::id))),
        with_each("window-040", ntile(0).over(window().order_by(entry::id))),
        ported("window-044", async move |tx| {
            let (p, n) = (product::price.lag().over(by_price()), product::price.lead().over(by_price()));
            Product::objects().order_by(product::id).values_list((product::name, p, n)).all(tx).await
        })
        .unlike(
            "a bare `F` orders a window as a string does",
            json!([
                ["MacBook Pro", "999.99", null],
                ["iPhone 15", "849.99", "1299.99"],
                ["Samsung Galaxy S24", null, "999.99"],
                ["Nike T-Shirt", null, "59.99"],
                ["Levi's Jeans", "59.99", null],
                ["Adidas Hoodie", "29.99", "79.99"],
                ["Python Crash Course", null, "49.99"],
                ["Data Science Handbook", "39.99", null],
                ["Garden Tools Set", null, null],
                ["Tennis Racket", null, null]
            ]),
        ),
        ported("window-045", async |tx| {
            let of_customer = window().partition_by(order::customer_id).order_by(order::order_date);
            let p = order::total_amount.lag().over(of_customer);
            Order::objects().order_by(order::id).values_list((order::id, p)).all(tx).await
        })
        .unlike(
            "a bare `F` orders a window as a string does",
            json!([[1, null], [2, "1379.98"], [3, null], [4, "1849.98"], [5, null], [6, null], [7, null]]),
        ),
    ]
}
