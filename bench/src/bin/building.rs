//! Building queries, from `Entry::objects()` to SQL and values: the first of a shape, and the next ones.
//! No database is asked.

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;
use queryset::{Error, Value};
use queryset_bench::{Counting, allocations, quartiles};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Two joins, three conditions, an order, a limit.
fn medium(name: &str, rating: i32, limit: u64) -> Result<(Arc<str>, Vec<Value>), Error> {
    Entry::objects()
        .filter(
            entry::blog().name.icontains(name)
                & entry::rating.gte(rating)
                & entry::blog().theme().order.lt(7),
        )
        .order_by(entry::pub_date.desc())
        .limit(limit)
        .sql_with_params::<Postgres>()
}

fn main() -> Result<(), Error> {
    let begin = Instant::now();
    let (sql, values) = medium("beatles", 4, 10)?;
    let cold = begin.elapsed();
    println!("{sql}\n{values:?}");
    println!("first query of the process: {cold:?}");

    // Every shape is another one, of the same size.
    let orders = [entry::pub_date.desc(), entry::mod_date.asc(), entry::rating.desc().nulls_last()];
    let rated: [fn(i32) -> Q<Entry>; 5] = [
        |rating| entry::rating.gte(rating),
        |rating| entry::rating.gt(rating),
        |rating| entry::rating.lte(rating),
        |rating| entry::rating.lt(rating),
        |rating| entry::rating.exact(rating),
    ];
    let named: [fn(&str) -> Q<Entry>; 6] = [
        |name| entry::blog().name.contains(name),
        |name| entry::blog().name.startswith(name),
        |name| entry::blog().name.istartswith(name),
        |name| entry::blog().name.endswith(name),
        |name| entry::blog().name.iendswith(name),
        |name| entry::blog().name.iexact(name),
    ];
    let mut first = Vec::new();
    for order in &orders {
        for (rated, named) in rated.iter().flat_map(|rated| named.iter().map(move |named| (rated, named))) {
            let begin = Instant::now();
            let query = Entry::objects()
                .filter(named("x") & rated(4) & entry::blog().theme().order.lt(7))
                .order_by(order.clone())
                .limit(10);
            black_box(query.sql_with_params::<Postgres>()?);
            first.push(begin.elapsed());
        }
    }
    first.sort_unstable();
    let [low, median, high] = [1, 2, 3].map(|quarter| first[first.len() * quarter / 4]);
    println!("first query of a shape: {median:?} ({low:?} to {high:?}), {} shapes", first.len());

    let [low, median, high] = quartiles(|| medium("beatles", 4, 10));
    println!("next query of a shape: {median:?} ({low:?} to {high:?})");
    println!("allocations: {}", allocations(|| medium("beatles", 4, 10)));
    let [low, median, high] =
        quartiles(|| Entry::objects().filter(entry::id.exact(5)).sql_with_params::<Postgres>());
    println!("next query by key: {median:?} ({low:?} to {high:?})");
    let count = || Entry::objects().filter(entry::id.exact(5)).sql_with_params::<Postgres>();
    println!("allocations: {}", allocations(count));

    // Those of the queries above were read with them.
    let mut read: Vec<_> = queryset::demo::MODELS
        .iter()
        .map(|model| {
            let begin = Instant::now();
            black_box(model.columns);
            begin.elapsed()
        })
        .collect();
    read.sort_unstable();
    let [low, median, high] = [1, 2, 3].map(|quarter| read[read.len() * quarter / 4]);
    println!("metadata of a model, read once: {median:?} ({low:?} to {high:?}), {} models", read.len());
    Ok(())
}
