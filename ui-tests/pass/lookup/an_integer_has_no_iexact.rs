//! A number has no case to ignore.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.exact(5));
}
