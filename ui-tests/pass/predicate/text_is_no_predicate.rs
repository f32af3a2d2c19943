//! A lookup makes a predicate of a field.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.gt(3));
}
