//! A frame ends with its last row.

use queryset::demo::blog::entry;
use queryset::prelude::*;

fn main() {
    let _ = entry::rating.sum().over(window().order_by(entry::id).rows(-1..=1));
}
