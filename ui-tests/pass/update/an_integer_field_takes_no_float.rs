//! An integer for an integer field.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::rating.set(3);
}
