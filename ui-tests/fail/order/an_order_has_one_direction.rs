//! `F("rating").desc().desc()`: AttributeError: 'OrderBy' object has no attribute 'desc'

use queryset::demo::blog::entry;

fn main() {
    entry::rating.asc().desc();
}
