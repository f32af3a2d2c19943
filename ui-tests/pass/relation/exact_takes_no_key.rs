//! The key is a column of its own.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::blog_id.exact(1));
}
