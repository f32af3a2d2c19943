//! The blog's name is reached over the relation.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().distinct_on(entry::blog().name);
}
