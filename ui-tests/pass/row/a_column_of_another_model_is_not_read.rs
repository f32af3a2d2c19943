//! A relation leads to it.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

struct Row {
    tagline: String,
}

fn main() {
    let _ = Entry::objects().values_as(row!(Row { tagline: entry::blog().tagline }));
}
