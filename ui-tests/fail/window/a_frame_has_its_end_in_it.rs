//! `RowRange(start=-1, end=1)` has the row after the current one in it.

use queryset::demo::blog::entry;
use queryset::prelude::*;

fn main() {
    let _ = entry::rating.sum().over(window().order_by(entry::id).rows(-1..2));
}
