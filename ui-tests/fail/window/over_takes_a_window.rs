//! `Window(Rank(), F("rating"))` is a window parted by the rating.

use queryset::demo::blog::entry;
use queryset::prelude::*;

fn main() {
    let _ = rank().over(entry::rating.desc());
}
