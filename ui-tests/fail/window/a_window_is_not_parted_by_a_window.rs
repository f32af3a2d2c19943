//! `Window(Count("pk"), partition_by=Window(Rank(), order_by="rating"))`: ProgrammingError: window
//! functions are not allowed in window definitions.

use queryset::demo::blog::entry;
use queryset::prelude::*;

fn main() {
    let place = rank().over(window().order_by(entry::rating));
    let _ = entry::id.count().over(window().partition_by(&place));
}
