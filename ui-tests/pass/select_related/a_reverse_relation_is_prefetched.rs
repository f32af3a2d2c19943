//! The theme is one row, the entries are several.

use queryset::demo::blog::{Blog, blog};

fn main() {
    let _ = Blog::objects().select_related(blog::theme()).prefetch_related(blog::entry());
}
