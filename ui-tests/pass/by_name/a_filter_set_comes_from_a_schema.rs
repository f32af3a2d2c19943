//! A filter set is generated; a single name has a method of its own.

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().filter_by("rating__gte", 4);
}
