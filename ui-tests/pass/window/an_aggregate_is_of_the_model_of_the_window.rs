//! The window parts the rows that are summed up.

use queryset::demo::blog::entry;
use queryset::prelude::*;

fn main() {
    let _ = entry::rating.sum().over(window().partition_by(entry::blog().tagline));
}
