//! The filter comes before the slice.

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().filter_by("rating", 4).map(|query| query.limit(5));
}
