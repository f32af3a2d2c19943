//! One of the two is a float.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::rating / 2.0;
}
