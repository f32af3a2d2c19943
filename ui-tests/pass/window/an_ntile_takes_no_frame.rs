//! Buckets are those of the whole partition.

use queryset::demo::blog::Entry;
use queryset::prelude::*;

fn main() {
    let _ = ntile(4).over(window::<Entry>());
}
