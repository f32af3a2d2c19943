//! A field of the struct that nothing is selected for: in Django a `KeyError`, when the row is read.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

struct Row {
    headline: String,
    rating: Option<i32>,
}

fn main() {
    let _ = Entry::objects().values_as(row!(Row { headline: entry::headline }));
}
