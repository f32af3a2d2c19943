//! The theme is that of the entry's blog.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().order_by(entry::blog().theme());
}
