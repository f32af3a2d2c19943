//! A year is a number.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::pub_date.year().exact(2024));
}
