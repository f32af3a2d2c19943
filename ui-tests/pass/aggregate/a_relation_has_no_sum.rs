//! A sum of a field of the related rows.

use queryset::demo::blog::blog;

fn main() {
    let _ = blog::entry().rating.sum();
}
