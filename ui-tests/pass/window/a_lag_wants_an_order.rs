//! There is a row before it in an order.

use queryset::demo::blog::entry;
use queryset::prelude::*;

fn main() {
    let _ = entry::rating.lag().over(window().order_by(entry::id));
}
