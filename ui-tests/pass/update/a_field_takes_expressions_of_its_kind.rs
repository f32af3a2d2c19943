//! A number for a number.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::rating.set(entry::number_of_comments);
}
