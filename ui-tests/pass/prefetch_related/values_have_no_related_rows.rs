//! Instances have related rows.

use queryset::demo::blog::{Blog, blog};

fn main() {
    let _ = Blog::objects().only(blog::id).prefetch_related(blog::entry());
}
