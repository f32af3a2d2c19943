//! A predicate on the entries of the blog orders blogs.

use queryset::demo::blog::{Blog, blog};

fn main() {
    let _ = Blog::objects().order_by(blog::entry().rating.gt(3).desc());
}
