//! A sum of different values.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::rating.sum().distinct();
}
