//! The default stands for a value of the same kind.

use queryset::demo::blog::entry;
use queryset::prelude::*;

fn main() {
    let _ = entry::rating.lag().default(0).over(window().order_by(entry::id));
}
