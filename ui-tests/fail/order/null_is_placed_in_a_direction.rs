//! `F("rating").nulls_last()`: AttributeError: 'F' object has no attribute 'nulls_last'

use queryset::demo::blog::entry;

fn main() {
    entry::rating.nulls_last();
}
