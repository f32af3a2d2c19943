//! Lookups are of a field of the related model.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::blog().name.icontains("beatles"));
}
