//! A frame begins with a row.

use queryset::demo::blog::entry;
use queryset::prelude::*;

fn main() {
    let _ = entry::rating.sum().over(window().order_by(entry::id).rows(0..));
}
