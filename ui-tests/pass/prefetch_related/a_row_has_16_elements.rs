//! 16 elements: the blog and 15 others.

use queryset::demo::blog::{Blog, blog};

fn main() {
    let e = blog::entry;
    let _ = Blog::objects().prefetch_related((e(), e(), e(), e(), e(), e(), e(), e())).prefetch_related((
        e(),
        e(),
        e(),
        e(),
        e(),
        e(),
        e(),
    ));
}
