//! A sum of no rows is `NULL`, or what `default()` says.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::rating.sum().default(1);
}
