//! A window says what it is parted and ordered by.

use queryset::demo::blog::entry;
use queryset::prelude::*;

fn main() {
    let _ = rank().over(window().order_by(entry::rating.desc()));
}
