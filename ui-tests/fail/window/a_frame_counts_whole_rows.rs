//! `RowRange(start=0.5)`: ValueError: start argument must be an integer, zero, or None, but got
//! '0.5'.

use queryset::demo::blog::entry;
use queryset::prelude::*;

fn main() {
    let _ = entry::rating.sum().over(window().order_by(entry::id).rows(0.5..));
}
