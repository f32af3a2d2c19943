//! A number is compared as a number.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::number_of_comments.in_([1, 10, 11]));
}
