//! `Window(Lag(Window(Rank(), order_by="rating")), order_by="id")`: ProgrammingError: window
//! function calls cannot be nested.

use queryset::demo::blog::entry;
use queryset::prelude::*;

fn main() {
    let place = rank().over(window().order_by(entry::rating));
    let _ = place.lag().over(window().order_by(entry::id));
}
