//! The deviation of a sample.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::rating.stddev().sample();
}
