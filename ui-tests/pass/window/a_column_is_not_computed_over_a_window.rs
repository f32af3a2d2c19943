//! An aggregate of a column is computed over a window.

use queryset::demo::blog::entry;
use queryset::prelude::*;

fn main() {
    let _ = entry::rating.max().over(window());
}
