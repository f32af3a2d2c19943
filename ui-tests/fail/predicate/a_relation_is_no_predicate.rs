//! `Blog.objects.filter(F("theme"))`: TypeError: Cannot filter against a non-conditional expression.

use queryset::demo::blog::{Blog, blog};

fn main() {
    let _ = Blog::objects().filter(blog::theme());
}
