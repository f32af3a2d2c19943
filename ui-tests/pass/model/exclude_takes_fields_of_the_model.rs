//! A blog's entries are reached over the reverse relation.

use queryset::demo::blog::{Blog, blog};

fn main() {
    let _ = Blog::objects().exclude(blog::entry().headline.exact("Help!"));
}
