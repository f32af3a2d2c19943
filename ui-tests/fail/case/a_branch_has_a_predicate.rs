//! `Case(When("rating", then=Value(1)))`: TypeError: When() supports a Q object, a boolean expression, or
//! lookups as a condition.

use queryset::demo::blog::entry;
use queryset::case;

fn main() {
    let _ = case().when(entry::rating, 1);
}
