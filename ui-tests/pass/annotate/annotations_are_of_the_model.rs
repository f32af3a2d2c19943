//! The best entry of the blog.

use queryset::demo::blog::{Blog, blog};

fn main() {
    let _ = Blog::objects().annotate(blog::entry().rating.max());
}
