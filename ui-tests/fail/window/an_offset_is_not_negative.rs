//! `Lag("rating", offset=-1)`: ValueError: Lag requires a positive integer for the offset.

use queryset::demo::blog::entry;
use queryset::prelude::*;

fn main() {
    let _ = entry::rating.lag().offset(-1).over(window().order_by(entry::id));
}
