//! `defer()` names columns.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().defer(entry::rating);
}
