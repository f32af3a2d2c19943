//! What stands for `NULL` is said in the query.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

struct Row {
    rating: i64,
}

fn main() {
    let _ =
        Entry::objects().values_as(row!(Row { rating: entry::rating.coalesce(entry::number_of_comments) }));
}
