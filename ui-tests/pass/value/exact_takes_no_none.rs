//! NULL is asked for by its own lookup.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.isnull(true));
}
