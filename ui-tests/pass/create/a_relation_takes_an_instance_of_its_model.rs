//! A blog for the blog.

use queryset::demo::blog::{Blog, Entry};

fn query(beatles: &Blog) {
    let _ = Entry::create().blog(beatles);
}

fn main() {
    let _ = query;
}
