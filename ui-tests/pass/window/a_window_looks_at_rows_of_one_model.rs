//! A related field is reached by the relation.

use queryset::demo::blog::entry;
use queryset::prelude::*;

fn main() {
    let _ = rank().over(window().partition_by(entry::blog_id).order_by(entry::blog().tagline));
}
