//! A list is an array, a `Vec`, a slice or a set.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.in_([4, 5]));
}
