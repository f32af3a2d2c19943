//! The authors' age is reached over the relation.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.gt(entry::authors().age));
}
