//! Numbers are added.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::rating + 1;
}
