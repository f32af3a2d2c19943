//! A count.

use queryset::demo::blog::{Blog, blog};

fn main() {
    let _ = Blog::objects().alias(blog::entry().count());
}
