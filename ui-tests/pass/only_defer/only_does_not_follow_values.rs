//! `only()` chooses the fields of instances.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().only(entry::headline);
}
