//! `aggregate()`: one row computed from all of them.

use queryset::demo::shop::*;
use serde_json::json;

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    let mut cases = functions();
    cases.extend(filters());
    cases.extend(expressions());
    cases.extend(relations());
    cases.extend(rows_below());
    cases.extend(mistakes());
    cases.extend(kinds());
    cases
}

fn functions() -> Vec<Case> {
    let nothing = || Entry::objects().filter(entry::id.exact(99));
    vec![
        ported("aggregate-001", async |tx| {
            let rating = entry::rating;
            let all = (entry::id.count(), rating.sum(), rating.avg(), rating.max(), rating.min());
            Entry::objects().aggregate(all, tx).await
        }),
        ported("aggregate-002", async |tx| Entry::objects().aggregate(count_rows(), tx).await),
        ported("aggregate-003", async |tx| {
            let n = entry::rating.count();
            Entry::objects().aggregate((&n, n.clone().distinct()), tx).await
        }),
        ported("aggregate-004", async |tx| {
            let different = (entry::rating.sum().distinct(), entry::rating.avg().distinct());
            Entry::objects().aggregate(different, tx).await
        }),
        ported("aggregate-005", async |tx| {
            let deviations = (entry::rating.stddev(), entry::rating.stddev().sample());
            Entry::objects().aggregate(deviations, tx).await
        })
        .unlike("Django reads what MariaDB has rounded", json!([2.0354009783964297, 2.1122354181147664])),
        ported("aggregate-006", async |tx| {
            let variances = (entry::rating.variance(), entry::rating.variance().sample());
            Entry::objects().aggregate(variances, tx).await
        })
        .unlike("Django reads what MariaDB has rounded", json!([4.142857142857143, 4.461538461538462])),
        ported("aggregate-007", async |tx| {
            let samples = (entry::rating.stddev().sample(), entry::rating.variance().sample());
            Entry::objects().filter(entry::id.exact(1)).aggregate(samples, tx).await
        }),
        ported("aggregate-008", async move |tx| {
            let rating = entry::rating;
            nothing().aggregate((entry::id.count(), rating.sum(), rating.avg(), rating.max()), tx).await
        }),
        ported("aggregate-009", async move |tx| {
            let sum = entry::rating.sum().default(0);
            let average = entry::rating.avg().default(1.5);
            let newest = entry::pub_date.max().default(date(2000, 1, 1));
            nothing().aggregate((sum, average, newest), tx).await
        }),
        compile_error("aggregate-010", "aggregate/a_count_has_no_default"),
    ]
}

fn filters() -> Vec<Case> {
    let nothing: [i64; 0] = [];
    vec![
        ported("aggregate-011", async |tx| {
            let high = entry::id.count().filter(entry::rating.gte(4));
            let low = entry::id.count().filter(entry::rating.lt(4));
            Entry::objects().aggregate((high, low), tx).await
        }),
        ported("aggregate-012", async |tx| {
            let pop = entry::number_of_comments.sum().filter(entry::blog().name.exact("Pop Music"));
            Entry::objects().aggregate(pop, tx).await
        }),
        ported("aggregate-013", async |tx| {
            let others = entry::number_of_comments.sum().filter(!entry::authors().name.exact("Alice"));
            Entry::objects().aggregate(others, tx).await
        }),
        ported("aggregate-014", async move |tx| {
            let none = entry::number_of_comments.sum().filter(entry::id.in_(nothing)).default(7);
            Entry::objects().aggregate(none, tx).await
        }),
        ported("aggregate-015", async move |tx| {
            let all = entry::id.count().filter(!entry::id.in_(nothing));
            Entry::objects().aggregate(all, tx).await
        }),
    ]
}

fn expressions() -> Vec<Case> {
    vec![
        ported("aggregate-016", async |tx| {
            let (first, last) = (entry::pub_date.min(), entry::pub_date.max());
            let edges = (first, last, entry::published_at.min(), entry::headline.max());
            Entry::objects().aggregate(edges, tx).await
        }),
        ported("aggregate-017", async |tx| {
            Entry::objects().aggregate(entry::pub_date.max() - entry::pub_date.min(), tx).await
        }),
        ported("aggregate-018", async |tx| {
            let both = entry::number_of_pingbacks.sum() * 2 + entry::id.count();
            Entry::objects().aggregate(both, tx).await
        }),
        ported("aggregate-019", async |tx| {
            let surplus = entry::number_of_comments - entry::number_of_pingbacks;
            Entry::objects().aggregate(surplus.sum(), tx).await
        }),
        ported("aggregate-020", async |tx| {
            Entry::objects().aggregate(entry::rating.avg() / entry::id.count(), tx).await
        }),
        ported("aggregate-021", async |tx| {
            Entry::objects().aggregate(entry::number_of_comments.avg(), tx).await
        }),
        ported("aggregate-057", async |tx| {
            let high = case().when(entry::rating.gte(4), 1).count();
            let best = case().when(entry::rating.exact(5), entry::number_of_pingbacks).otherwise(0).sum();
            Entry::objects().aggregate((high, best), tx).await
        }),
    ]
}

fn relations() -> Vec<Case> {
    vec![
        ported("aggregate-022", async |tx| Entry::objects().aggregate(entry::authors().count(), tx).await),
        ported("aggregate-023", async |tx| {
            Entry::objects().aggregate(entry::authors().count().distinct(), tx).await
        }),
        ported("aggregate-024", async |tx| {
            Blog::objects().aggregate(blog::entry().authors().name.count().distinct(), tx).await
        }),
        ported("aggregate-025", async |tx| {
            let sum = blog::entry().rating.sum();
            Blog::objects().aggregate((sum, blog::id.count(), blog::id.count().distinct()), tx).await
        }),
        ported("aggregate-026", async |tx| {
            Blog::objects().filter(blog::entry().rating.exact(5)).aggregate(blog::id.count(), tx).await
        }),
        ported("aggregate-054", async |tx| {
            let of_alice = Entry::objects().filter(entry::authors().name.exact("Alice"));
            of_alice.aggregate((entry::id.count(), entry::id.count().distinct()), tx).await
        }),
        ported("aggregate-055", async |tx| {
            let others = Entry::objects().exclude(entry::authors().name.exact("Alice"));
            others.aggregate(entry::id.count(), tx).await
        }),
        ported("aggregate-056", async |tx| {
            let good = blog::entry().count().filter(blog::entry().rating.gte(4));
            let silent = blog::id.count().filter(blog::entry().isnull(true)).distinct();
            Blog::objects().aggregate((good, silent), tx).await
        }),
        ported("aggregate-058", async |tx| {
            let headlines = entry::headline.string_agg("|").order_by(entry::id);
            Entry::objects().aggregate(headlines, tx).await
        }),
        rows("aggregate-059", {
            let ratings = blog::entry().rating.array_agg().order_by(blog::entry().id);
            let ratings = ratings.filter(blog::entry().rating.isnull(false)).or_empty();
            Blog::objects().order_by(blog::id).values_list(blog::id).annotate(ratings)
        }),
    ]
}

/// Aggregates over the rows of a query that cannot be asked at once.
fn rows_below() -> Vec<Case> {
    vec![
        ported("aggregate-027", async |tx| {
            let liked = Blog::objects().filter(blog::entry().rating.exact(5)).distinct();
            liked.aggregate(blog::id.count(), tx).await
        }),
        ported("aggregate-028", async |tx| {
            let worst = Entry::objects().order_by(entry::rating).limit(3);
            worst.aggregate((entry::id.count(), entry::number_of_pingbacks.sum()), tx).await
        }),
        ported("aggregate-029", async |tx| {
            let blogs = Entry::objects().values(entry::blog()).distinct();
            blogs.aggregate(entry::blog().count(), tx).await
        }),
        ported("aggregate-030", async |tx| {
            let n = blog::entry().count();
            Blog::objects().annotate(&n).aggregate((n.sum(), n.max(), n.avg()), tx).await
        }),
        ported("aggregate-031", async |tx| {
            let n = blog::entry().count();
            Blog::objects().annotate(&n).filter(n.gt(1)).aggregate(n.sum(), tx).await
        }),
        ported("aggregate-032", async |tx| {
            let twice = entry::number_of_comments * 2;
            Entry::objects().annotate(&twice).aggregate(twice.sum(), tx).await
        }),
        ported("aggregate-033", async |tx| {
            let n = blog::entry().count();
            Blog::objects().alias(&n).aggregate(n.sum(), tx).await
        })
        .unlike("an alias is an expression like any other", json!(16)),
        ported("aggregate-034", async |tx| {
            let n = blog::entry().count();
            Blog::objects().alias(&n).annotate(&n).aggregate(n.sum(), tx).await
        }),
        ported("aggregate-035", async |tx| {
            let average = entry::rating.avg();
            Entry::objects().aggregate((&average, average.sum()), tx).await
        }),
    ]
}

fn mistakes() -> Vec<Case> {
    vec![
        ported("aggregate-036", async |tx| Entry::objects().aggregate(entry::id.count(), tx).await),
        compile_error("aggregate-037", "model/a_misspelt_field_does_not_exist"),
        compile_error("aggregate-038", "aggregate/aggregate_takes_no_text"),
        compile_error("aggregate-039", "aggregate/aggregate_takes_aggregates"),
        ported("aggregate-040", async |tx| Entry::objects().aggregate((entry::rating + 1).sum(), tx).await)
            .unlike("an aggregate needs no name", json!(56)),
        no_counterpart("aggregate-041", "an aggregate is asked for"),
        compile_error("aggregate-047", "arithmetic/decimal_and_float_do_not_mix"),
    ]
}

fn kinds() -> Vec<Case> {
    vec![
        ported("aggregate-042", async |tx| {
            let price = book::price;
            Book::objects().aggregate((price.sum(), price.avg(), price.max(), price.count()), tx).await
        }),
        ported("aggregate-043", async |tx| {
            Book::objects().aggregate((book::pages.avg(), (book::pages * 1.0).avg()), tx).await
        }),
        ported("aggregate-044", async |tx| {
            Book::objects().aggregate(book::price.avg().cast::<kind::Float>(), tx).await
        }),
        ported("aggregate-045", async |tx| {
            let worth = (book::price * book::pages).sum().cast_decimal(12, 2);
            Book::objects().aggregate(worth, tx).await
        }),
        ported("aggregate-046", async |tx| {
            Book::objects().aggregate((book::price * book::pages).sum(), tx).await
        }),
        ported("aggregate-048", async |tx| {
            let span = specimen::span;
            Specimen::objects().aggregate((span.sum(), span.avg(), span.max()), tx).await
        }),
        ported("aggregate-049", async |tx| {
            let uids = specimen::uid.count().distinct();
            Specimen::objects().aggregate((specimen::clock.max(), specimen::day.min(), uids), tx).await
        }),
        ported("aggregate-050", async |tx| {
            let two = Specimen::objects().filter(specimen::label.in_(["one", "half"]));
            two.aggregate((specimen::big.sum(), specimen::real.sum(), specimen::dec.sum()), tx).await
        }),
        // A sum of integers is an `i64`, so what is beyond it is summed up as decimals.
        ported("aggregate-051", async |tx| {
            let sum = Specimen::objects().aggregate(specimen::big.cast_decimal(28, 0).sum(), tx).await?;
            Ok(sum.map(|sum| u64::try_from(sum).expect("it is a little more than an `i64`")))
        }),
        ported("aggregate-052", async |tx| {
            let (price, stock) = (product::price, product::stock_quantity);
            let all = (product::id.count(), price.avg(), price.max(), price.min(), stock.sum());
            Product::objects().aggregate(all, tx).await
        }),
        ported("aggregate-053", async |tx| {
            OrderItem::objects().aggregate((order_item::price * order_item::quantity).sum(), tx).await
        }),
    ]
}
