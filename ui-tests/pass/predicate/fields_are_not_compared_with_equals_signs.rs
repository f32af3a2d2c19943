//! Comparisons are lookups.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.exact(3));
}
