//! Numbers are added.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::rating + entry::number_of_comments;
}
