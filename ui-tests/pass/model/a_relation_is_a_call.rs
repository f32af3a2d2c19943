//! A relation is a function.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::blog().name.exact("Beatles Blog"));
}
