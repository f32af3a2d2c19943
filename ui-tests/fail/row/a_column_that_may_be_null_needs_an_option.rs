//! A column that may be `NULL` for a field that may not be `None`.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

struct Row {
    rating: i32,
}

fn main() {
    let _ = Entry::objects().values_as(row!(Row { rating: entry::rating }));
}
