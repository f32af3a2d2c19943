//! A sum of lengths.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::headline.length().sum();
}
