//! Parts have no order among them.

use queryset::demo::blog::entry;
use queryset::prelude::*;

fn main() {
    let _ = row_number().over(window().partition_by(entry::rating));
}
