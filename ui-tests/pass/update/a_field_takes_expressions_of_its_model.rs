//! An expression of the same row.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::headline.set(entry::body_text);
}
