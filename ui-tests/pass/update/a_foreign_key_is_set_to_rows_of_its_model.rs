//! An entry leads to a blog.

use queryset::demo::blog::{Blog, entry};

fn query(beatles: &Blog) {
    let _ = entry::blog().set(beatles);
}

fn main() {
    let _ = query;
}
