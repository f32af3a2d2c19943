//! The key column takes a key.

use queryset::demo::blog::{Blog, entry};

fn query(beatles: &Blog) {
    let _ = entry::blog_id.set(beatles.id);
}

fn main() {
    let _ = query;
}
