//! A row has a place in an order.

use queryset::demo::blog::entry;
use queryset::prelude::*;

fn main() {
    let _ = rank().over(window().partition_by(entry::blog_id).order_by(entry::rating.desc()));
}
