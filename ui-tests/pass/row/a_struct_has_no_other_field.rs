//! The name is that of the field.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

struct Row {
    headline: String,
    rating: Option<i32>,
}

fn main() {
    let _ = Entry::objects().values_as(row!(Row { headline: entry::headline, rating: entry::rating }));
}
