//! The best entry of the blog.

use queryset::demo::blog::{Blog, blog};

fn main() {
    let _ = Blog::objects().alias(blog::entry().rating.max());
}
