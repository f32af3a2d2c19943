//! What a missing value means is said.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let wanted: Option<i32> = Some(4);
    let _ = Entry::objects().filter(match wanted {
        Some(wanted) => entry::rating.exact(wanted),
        None => entry::rating.isnull(true),
    });
}
