//! A relation is a call.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().select_related(entry::blog());
}
