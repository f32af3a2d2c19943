//! Lookups of the blog's own fields go over the relation.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::blog().name.icontains("news"));
}
