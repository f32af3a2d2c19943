//! `Lag("rating", default="none")`: DataError: invalid input syntax for type integer, on
//! PostgreSQL.

use queryset::demo::blog::entry;
use queryset::prelude::*;

fn main() {
    let _ = entry::rating.lag().default("none").over(window().order_by(entry::id));
}
