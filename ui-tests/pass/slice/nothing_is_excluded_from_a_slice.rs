//! `exclude()` comes first.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().exclude(entry::rating.exact(4)).offset(5);
}
