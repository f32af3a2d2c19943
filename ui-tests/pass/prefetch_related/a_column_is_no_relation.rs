//! A relation is a call.

use queryset::demo::blog::{Blog, blog};

fn main() {
    let _ = Blog::objects().prefetch_related(blog::entry());
}
