//! A place is compared with a number.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

fn main() {
    let place = rank().over(window().order_by(entry::rating.desc()));
    let _ = Entry::objects().filter(place.lte(3));
}
