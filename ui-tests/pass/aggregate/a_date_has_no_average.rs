//! An average of years.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::pub_date.year().avg();
}
