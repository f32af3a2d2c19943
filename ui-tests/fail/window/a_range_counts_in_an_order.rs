//! `Window(Sum("rating"), frame=ValueRange(-1, 1))`: OperationalError: RANGE with offset
//! PRECEDING/FOLLOWING requires one ORDER BY expression.

use queryset::demo::blog::entry;
use queryset::prelude::*;

fn main() {
    let _ = entry::rating.sum().over(window().range(-1..=1));
}
