//! The key is the entry's.

use queryset::demo::blog::{Blog, entry};

fn query(blog: &Blog) {
    let _ = entry::blog().set(blog);
}

fn main() {
    let _ = query;
}
