//! A distance is one in the order of the window.

use queryset::demo::blog::entry;
use queryset::prelude::*;

fn main() {
    let _ = entry::rating.sum().over(window().order_by(entry::rating).range(-1..=1));
}
