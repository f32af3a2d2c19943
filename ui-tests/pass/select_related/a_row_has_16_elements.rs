//! 16 elements: the entry and 15 others.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let b = entry::blog;
    let _ = Entry::objects().select_related((b(), b(), b(), b(), b(), b(), b(), b())).select_related((
        b(),
        b(),
        b(),
        b(),
        b(),
        b(),
        b(),
    ));
}
