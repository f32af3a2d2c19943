//! Whether a relation leads to a row is asked by `isnull`.

use queryset::demo::blog::{Blog, blog};

fn main() {
    let _ = Blog::objects().filter(blog::theme().isnull(false));
}
