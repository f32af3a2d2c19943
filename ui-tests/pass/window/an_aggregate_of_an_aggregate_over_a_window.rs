//! An aggregate of rows is computed over a window.

use queryset::demo::blog::entry;
use queryset::prelude::*;

fn main() {
    let _ = entry::rating.sum().over(window().partition_by(entry::blog_id));
}
