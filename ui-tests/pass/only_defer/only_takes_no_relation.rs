//! The key is a field of its own.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().only(entry::blog_id);
}
