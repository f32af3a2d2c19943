//! `Window(F("rating"))`: ValueError: Expression 'F' isn't compatible with OVER clauses.

use queryset::demo::blog::entry;
use queryset::prelude::*;

fn main() {
    let _ = entry::rating.over(window());
}
