//! A builder has a method for each column.

use queryset::demo::blog::{Author, Entry};

fn query(ringo: &Author) {
    let _ = (ringo, Entry::create().headline("Help!"));
}

fn main() {
    let _ = query;
}
