//! A field of the struct of another type: in Django whatever the column holds.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

struct Row {
    headline: String,
    rating: Option<i32>,
}

fn main() {
    let _ = Entry::objects().values_as(row!(Row { headline: entry::pub_date, rating: entry::rating }));
}
