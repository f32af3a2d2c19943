//! `annotate()`: what is computed for each row.

use queryset::demo::shop::*;
use serde_json::json;

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    let mut cases = values_of_a_row();
    cases.extend(predicates());
    cases.extend(names_and_kinds());
    cases.extend(aggregates());
    cases.extend(several_relations());
    cases.extend(filters());
    cases.extend(having());
    cases.extend(expressions_of_aggregates());
    cases.extend(relations());
    cases
}

fn values_of_a_row() -> Vec<Case> {
    let answers = || entry::number_of_comments + entry::number_of_pingbacks;
    vec![
        ported("annotate-003", async move |tx| {
            let total = answers();
            let rows = Entry::objects().annotate(&total).order_by(entry::id);
            rows.values_list((entry::id, &total)).all(tx).await
        }),
        ported("annotate-004", async move |tx| {
            let total = answers();
            Entry::objects().annotate(&total).filter(total.gt(10)).order_by(entry::id).all(tx).await
        }),
        ported("annotate-005", async |tx| {
            let x = entry::number_of_pingbacks * 2;
            let y = &x + 1;
            let rows = Entry::objects().annotate(&x).annotate(&y).filter(y.gt(&x));
            rows.order_by((y.desc(), entry::id)).values_list((entry::id, &y)).limit(4).all(tx).await
        }),
        ported("annotate-006", async |tx| {
            let rows = Entry::objects().annotate(entry::blog().name).order_by(entry::id);
            rows.values_list((entry::id, entry::blog().name)).limit(4).all(tx).await
        }),
        ported("annotate-007", async |tx| {
            let rows = Entry::objects().annotate(entry::blog().theme().name).order_by(entry::id);
            rows.values_list((entry::id, entry::blog().theme().name)).all(tx).await
        }),
        ported("annotate-008", async |tx| {
            named!(v: value("x"), n: null::<kind::Integer, _>());
            let rows = Entry::objects().annotate((&v, &n)).filter(entry::id.exact(1));
            rows.values((&v, &n)).all(tx).await
        }),
        ported("annotate-063", async |tx| {
            let n = entry::blog().entry().count();
            let rows = Entry::objects().annotate(&n).order_by(entry::id);
            rows.values_list((entry::id, &n)).limit(4).all(tx).await
        }),
    ]
}

fn predicates() -> Vec<Case> {
    let good = || entry::rating.gt(3).expr();
    vec![
        ported("annotate-009", async |tx| {
            let hot = entry::number_of_comments.gt(5).expr();
            let rows = Entry::objects().annotate(&hot).order_by(entry::id);
            rows.values_list((entry::id, &hot)).all(tx).await
        }),
        ported("annotate-010", async move |tx| {
            let good = good();
            let rows = Entry::objects().annotate(&good).order_by(entry::id);
            rows.values_list((entry::id, &good)).all(tx).await
        }),
        ported("annotate-011", async |tx| {
            let bad = (!entry::rating.gt(3)).expr();
            let rows = Entry::objects().annotate(&bad).order_by(entry::id);
            rows.values_list((entry::id, &bad)).all(tx).await
        }),
        ported("annotate-012", async move |tx| {
            let good = good();
            Entry::objects().annotate(&good).filter(&good).order_by(entry::id).all(tx).await
        }),
        ported("annotate-013", async move |tx| {
            let good = good();
            Entry::objects().annotate(&good).exclude(&good).order_by(entry::id).all(tx).await
        }),
        ported("annotate-014", async |tx| {
            let nothing: [i64; 0] = [];
            named!(e: entry::id.in_(nothing).expr());
            Entry::objects().annotate(&e).filter(entry::id.exact(1)).values(&e).all(tx).await
        })
        .unlike("a boolean on PostgreSQL, too, where Django selects 0", json!([{ "e": false }])),
        ported("annotate-015", async |tx| {
            let e = (entry::rating.gt(3) | entry::blog_id.exact(1)).expr();
            let rows = Entry::objects().annotate(&e).order_by(entry::id);
            rows.values_list((entry::id, &e)).all(tx).await
        }),
    ]
}

fn names_and_kinds() -> Vec<Case> {
    let better: Vec<_> = [6, 5, 0, 4, 2, 6, 3, 5, 5, 6, 0, 1, -1, 4, 6, 4]
        .iter()
        .enumerate()
        .map(|(at, rating)| {
            let rating = (*rating != 0).then_some(*rating);
            json!({ "$": "Entry", "pk": at + 1, "better": rating })
        })
        .collect();
    vec![
        no_counterpart("annotate-016", "an annotation has no name that could be that of a field"),
        no_counterpart("annotate-017", "an annotation has no name that could be that of a relation"),
        // Under one name the second takes the place of the first.
        ported("annotate-018", async |tx| Entry::objects().annotate(entry::authors().count()).all(tx).await),
        ported("annotate-019", async |tx| {
            Entry::objects().annotate(entry::rating + 1).order_by(entry::id).all(tx).await
        })
        .unlike("an annotation needs no name", better.into()),
        compile_error("annotate-020", "annotate/annotate_takes_no_value"),
        compile_error("annotate-021", "arithmetic/a_date_takes_no_number"),
        ported("annotate-022", async |tx| {
            let x = book::price + book::pages;
            Book::objects().annotate(&x).order_by(book::id).values_list((book::id, &x)).all(tx).await
        }),
        ported("annotate-023", async |tx| {
            let x = book::price * decimal("1.5");
            Book::objects().annotate(&x).order_by(book::id).values_list((book::id, &x)).all(tx).await
        }),
        compile_error("annotate-024", "arithmetic/decimal_and_float_do_not_mix"),
    ]
}

fn aggregates() -> Vec<Case> {
    let n = || blog::entry().count();
    vec![
        ported("annotate-001", async move |tx| {
            let n = n();
            Blog::objects().annotate(&n).order_by(blog::id).values_list((blog::id, &n)).all(tx).await
        }),
        ported("annotate-002", async move |tx| {
            Blog::objects().annotate(n()).order_by(blog::id).all(tx).await
        }),
        ported("annotate-025", async |tx| {
            let n = author::entry().count();
            let rows = Author::objects().annotate(&n).order_by(author::id);
            rows.values_list((author::name, &n)).all(tx).await
        }),
        ported("annotate-026", async |tx| {
            let (average, best) = (author::entry().rating.avg(), author::entry().rating.max());
            let rows = Author::objects().annotate((&average, &best)).order_by(author::id);
            rows.values_list((author::id, &average, &best)).all(tx).await
        }),
        ported("annotate-027", async |tx| {
            let entries = blog::entry();
            let (sum, n, first) = (entries.rating.sum(), entries.rating.count(), entries.pub_date.min());
            let rows = Blog::objects().annotate((&sum, &n, &first)).order_by(blog::id);
            rows.values_list((blog::id, &sum, &n, &first)).all(tx).await
        }),
        ported("annotate-049", async move |tx| {
            let n = n();
            Blog::objects().annotate(&n).filter(n.gt(1)).count(tx).await
        }),
        ported("annotate-050", async move |tx| Blog::objects().annotate(n()).count(tx).await),
        ported("annotate-051", async move |tx| Blog::objects().annotate(n()).exists(tx).await),
        ported("annotate-052", async move |tx| {
            let n = n();
            Blog::objects().annotate(&n).filter(n.gt(100)).exists(tx).await
        }),
        compile_error("annotate-062", "annotate/an_aggregate_of_an_aggregate_is_not_annotated"),
    ]
}

fn several_relations() -> Vec<Case> {
    let (entries, authors) = (|| blog::entry().count(), || blog::entry().authors().count());
    let (tags, reviews) = (|| product::tags().count(), || product::reviews().count());
    vec![
        ported("annotate-028", async move |tx| {
            let (n, a) = (entries(), authors());
            let rows = Blog::objects().annotate((&n, &a)).order_by(blog::id);
            rows.values_list((blog::id, &n, &a)).all(tx).await
        }),
        ported("annotate-029", async move |tx| {
            let (n, a) = (entries().distinct(), authors().distinct());
            let rows = Blog::objects().annotate((&n, &a)).order_by(blog::id);
            rows.values_list((blog::id, &n, &a)).all(tx).await
        }),
        ported("annotate-030", async move |tx| {
            let (sum, a) = (blog::entry().rating.sum(), authors());
            let rows = Blog::objects().annotate((&sum, &a)).order_by(blog::id);
            rows.values_list((blog::id, &sum, &a)).all(tx).await
        }),
        ported("annotate-031", async move |tx| {
            let (t, r) = (tags(), reviews());
            let rows = Product::objects().annotate((&t, &r)).order_by(product::id);
            rows.values_list((product::id, &t, &r)).all(tx).await
        }),
        ported("annotate-032", async move |tx| {
            let (t, r) = (tags().distinct(), reviews().distinct());
            let rows = Product::objects().annotate((&t, &r)).order_by(product::id);
            rows.values_list((product::id, &t, &r)).all(tx).await
        }),
    ]
}

/// Filters inside of aggregates, before them and after them.
fn filters() -> Vec<Case> {
    let n = || blog::entry().count();
    let of_alice = move || n().filter(blog::entry().authors().name.exact("Alice"));
    let average = || blog::entry().rating.avg();
    vec![
        ported("annotate-033", async move |tx| {
            let n = n().filter(blog::entry().rating.exact(5));
            Blog::objects().annotate(&n).order_by(blog::id).values_list((blog::id, &n)).all(tx).await
        }),
        ported("annotate-034", async move |tx| {
            let n = of_alice();
            Blog::objects().annotate(&n).order_by(blog::id).values_list((blog::id, &n)).all(tx).await
        }),
        ported("annotate-035", async move |tx| {
            let n = of_alice().distinct();
            Blog::objects().annotate(&n).order_by(blog::id).values_list((blog::id, &n)).all(tx).await
        }),
        ported("annotate-036", async move |tx| {
            let n = n();
            let rows = Blog::objects().filter(blog::entry().rating.exact(5)).annotate(&n);
            rows.order_by(blog::id).values_list((blog::id, &n)).all(tx).await
        }),
        ported("annotate-037", async move |tx| {
            let n = n();
            let rows = Blog::objects().annotate(&n).filter(blog::entry().rating.exact(5));
            rows.order_by(blog::id).values_list((blog::id, &n)).all(tx).await
        }),
        ported("annotate-038", async move |tx| {
            let average = average();
            let rows = Blog::objects().filter(blog::entry().rating.gte(3)).annotate(&average);
            rows.order_by(blog::id).values_list((blog::id, &average)).all(tx).await
        }),
        ported("annotate-039", async move |tx| {
            let average = average();
            let rows = Blog::objects().annotate(&average).filter(blog::entry().rating.gte(3));
            rows.order_by(blog::id).values_list((blog::id, &average)).all(tx).await
        }),
    ]
}

/// Filters on aggregates.
fn having() -> Vec<Case> {
    let n = || blog::entry().count();
    vec![
        ported("annotate-040", async move |tx| {
            let n = n();
            Blog::objects().annotate(&n).filter(n.gt(1)).order_by(blog::id).all(tx).await
        }),
        ported("annotate-041", async move |tx| {
            let n = n();
            Blog::objects().annotate(&n).filter(n.exact(0)).order_by(blog::id).all(tx).await
        }),
        ported("annotate-042", async move |tx| {
            let n = n();
            Blog::objects().annotate(&n).exclude(n.gt(1)).order_by(blog::id).all(tx).await
        }),
        ported("annotate-043", async move |tx| {
            let n = n();
            let some = n.gt(3) | blog::name.startswith("Empty");
            Blog::objects().annotate(&n).filter(some).order_by(blog::id).all(tx).await
        }),
        ported("annotate-044", async move |tx| {
            let n = n();
            let some = n.gt(3) & blog::name.startswith("Pop");
            Blog::objects().annotate(&n).filter(some).order_by(blog::id).all(tx).await
        }),
        ported("annotate-045", async move |tx| {
            let n = n();
            let some = !n.gt(3) & blog::theme().isnull(true);
            Blog::objects().annotate(&n).filter(some).order_by(blog::id).all(tx).await
        }),
        ported("annotate-046", async move |tx| {
            let (n, best) = (n(), blog::entry().rating.max());
            let rows = Blog::objects().annotate((&n, &best)).filter(n.exact(&best));
            rows.order_by(blog::id).all(tx).await
        }),
        ported("annotate-047", async move |tx| {
            let n = n();
            Blog::objects().annotate(&n).filter(n.gt(blog::id)).order_by(blog::id).all(tx).await
        }),
        ported("annotate-048", async move |tx| {
            let n = n();
            Blog::objects().annotate(&n).filter(n.in_([1, 3])).order_by(blog::id).all(tx).await
        }),
        ported("annotate-057", async |tx| {
            let newest = blog::entry().pub_date.max();
            let rows = Blog::objects().annotate(&newest).filter(newest.year().exact(2024));
            rows.order_by(blog::id).all(tx).await
        }),
    ]
}

fn expressions_of_aggregates() -> Vec<Case> {
    let n = || blog::entry().count();
    vec![
        ported("annotate-053", async move |tx| {
            let n = n() * 10 + 1;
            Blog::objects().annotate(&n).order_by(blog::id).values_list(&n).flat().all(tx).await
        }),
        ported("annotate-054", async move |tx| {
            let ratio = 1.0 * blog::entry().number_of_pingbacks.sum() / n();
            let rows = Blog::objects().annotate(&ratio).order_by(blog::id);
            rows.values_list((blog::id, &ratio)).all(tx).await
        }),
        ported("annotate-055", async |tx| {
            let time = blog::entry().pub_date.max() - blog::entry().pub_date.min();
            let rows = Blog::objects().annotate(&time).order_by(blog::id);
            rows.values_list((blog::id, &time)).all(tx).await
        }),
        ported("annotate-056", async |tx| {
            let year = blog::entry().pub_date.year().max();
            let rows = Blog::objects().annotate(&year).order_by(blog::id);
            rows.values_list((blog::id, &year)).all(tx).await
        }),
        ported("annotate-058", async |tx| {
            let sum = blog::entry().rating.sum().coalesce(0);
            Blog::objects().annotate(&sum).order_by(blog::id).values_list((blog::id, &sum)).all(tx).await
        }),
        ported("annotate-059", async |tx| {
            let sum = blog::entry().rating.sum().default(0);
            Blog::objects().annotate(&sum).order_by(blog::id).values_list((blog::id, &sum)).all(tx).await
        }),
        ported("annotate-060", async move |tx| {
            let n = n();
            let more = &n + 1;
            let rows = Blog::objects().annotate(&n).annotate(&more).filter(more.exact(5));
            rows.order_by(blog::id).all(tx).await
        }),
        ported("annotate-061", async move |tx| {
            let n = n();
            let size = case().when(n.exact(0), "none").when(n.lt(4), "few").otherwise("many");
            let rows = Blog::objects().annotate(&n).annotate(&size).order_by(blog::id);
            rows.values_list((blog::id, &size)).all(tx).await
        }),
    ]
}

fn relations() -> Vec<Case> {
    vec![
        ported("annotate-064", async |tx| {
            let n = theme::blogs().entry().authors().count().distinct();
            Theme::objects().annotate(&n).order_by(theme::id).values_list((theme::id, &n)).all(tx).await
        }),
        ported("annotate-065", async |tx| {
            let (n, books) = (person::friends().count(), person::read_books().count());
            let rows = Person::objects().annotate((&n, &books)).order_by(person::id);
            rows.values_list((person::id, &n, &books)).all(tx).await
        }),
        ported("annotate-066", async |tx| {
            let n = event::children().count();
            Event::objects().annotate(&n).order_by(event::id).values_list((event::id, &n)).all(tx).await
        }),
        ported("annotate-067", async |tx| {
            let n = event::children().children().count();
            Event::objects().annotate(&n).order_by(event::id).values_list((event::id, &n)).all(tx).await
        }),
        ported("annotate-068", async |tx| {
            let orders = customer::orders();
            let (n, spent) = (orders.count(), orders.total_amount.sum());
            let (average, last) = (orders.total_amount.avg(), orders.order_date.max());
            let rows = Customer::objects().annotate((&n, &spent, &average, &last)).order_by(customer::id);
            rows.values_list((customer::id, &n, &spent, &average, &last)).all(tx).await
        }),
        ported("annotate-069", async |tx| {
            named!(n: blog::entry().count());
            let rows = Blog::objects().annotate(&n).select_related(blog::theme()).order_by(blog::id);
            rows.limit(3).nested().all(tx).await
        }),
        ported("annotate-070", async |tx| {
            let n = blog::entry().count();
            let rows = Blog::objects().annotate(&n).order_by((blog::theme().name, blog::id));
            rows.values_list((blog::id, &n)).all(tx).await
        }),
    ]
}
