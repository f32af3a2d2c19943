//! A list may have one item.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.in_([4]));
}
