//! NULL is asked for by its own lookup.

use queryset::demo::blog::{Blog, blog};

fn main() {
    let _ = Blog::objects().filter(blog::theme().isnull(true));
}
