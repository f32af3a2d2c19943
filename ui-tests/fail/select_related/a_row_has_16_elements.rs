//! 17 elements in a row: a tuple has 16 at most.

use queryset::demo::blog::{Entry, entry};


fn main() {
    let b = entry::blog;
    let _ = Entry::objects()
        .select_related((b(), b(), b(), b(), b(), b(), b(), b()))
        .select_related((b(), b(), b(), b(), b(), b(), b()))
        .select_related(b());
}
