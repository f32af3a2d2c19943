//! A value is converted by the database.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

struct Row {
    headline: String,
    rating: Option<i32>,
}

fn main() {
    let date = entry::pub_date.cast::<kind::Text>();
    let _ = Entry::objects().values_as(row!(Row { headline: date, rating: entry::rating }));
}
