//! Numbers are added.

use queryset::demo::blog::entry;

fn main() {
    let _ = 1 + entry::rating;
}
