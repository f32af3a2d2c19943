//! It is a field of the blog.

use queryset::demo::blog::{Theme, blog};

fn query(space: &Theme) {
    let _ = blog::theme().set(space);
}

fn main() {
    let _ = query;
}
