//! A relation is locked.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().select_related(entry::blog()).select_for_update().of(entry::blog());
}
