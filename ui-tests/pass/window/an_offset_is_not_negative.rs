//! What comes after a row is its `lead()`.

use queryset::demo::blog::entry;
use queryset::prelude::*;

fn main() {
    let _ = entry::rating.lead().offset(1).over(window().order_by(entry::id));
}
