//! `Max("rating", distinct=True)`: TypeError: Max does not allow distinct.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::rating.max().distinct();
}
