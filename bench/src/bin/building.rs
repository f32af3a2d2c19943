//! Building queries, from `Entry::objects()` to SQL and values: the first of a shape, and the next ones.
//! No database is asked.

use std::time::Instant;

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;
use queryset::{Error, Value};
use queryset_bench::{Counting, allocations, quartiles};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Two joins, three conditions, an order, a limit.
fn medium(name: &str, rating: i32, limit: u64) -> Result<(std::sync::Arc<str>, Vec<Value>), Error> {
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

    // An order of another length each time is another shape.
    let shapes = 200;
    let begin = Instant::now();
    for length in 1..=shapes {
        let order = (0..length).map(|at| if at % 2 == 0 { entry::id.asc() } else { entry::id.desc() });
        let query = Entry::objects()
            .filter(
                entry::blog().name.icontains("x")
                    & entry::rating.gte(1)
                    & entry::blog().theme().order.lt(7),
            )
            .order_by(order.take(1 + length % 2).collect::<Vec<_>>())
            .filter(Q::all((0..length).map(|at| entry::number_of_comments.gt(at as i32))))
            .limit(3);
        query.sql_with_params::<Postgres>()?;
    }
    println!("other shapes, each longer than the last: {:?} on average", begin.elapsed() / shapes as u32);

    let [low, median, high] = quartiles(|| medium("beatles", 4, 10));
    println!("next query of a shape: {median:?} ({low:?} to {high:?})");
    println!("allocations: {}", allocations(|| medium("beatles", 4, 10)));
    let [low, median, high] = quartiles(|| {
        Entry::objects().filter(entry::id.exact(5)).sql_with_params::<Postgres>()
    });
    println!("next query by key: {median:?} ({low:?} to {high:?})");
    let count = || Entry::objects().filter(entry::id.exact(5)).sql_with_params::<Postgres>();
    println!("allocations: {}", allocations(count));
    Ok(())
}
