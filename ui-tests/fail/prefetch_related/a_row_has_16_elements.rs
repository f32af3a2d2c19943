//! 17 elements in a row: a tuple has 16 at most.

use queryset::demo::blog::{Blog, blog};


fn main() {
    let e = blog::entry;
    let _ = Blog::objects()
        .prefetch_related((e(), e(), e(), e(), e(), e(), e(), e()))
        .prefetch_related((e(), e(), e(), e(), e(), e(), e()))
        .prefetch_related(e());
}
