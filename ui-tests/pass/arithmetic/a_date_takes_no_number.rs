//! The parts of a date are numbers.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::pub_date.year() + 1;
}
