//! The blogs themselves have all fields of a blog.

use queryset::demo::blog::{Blog, blog};

fn main() {
    let _ = Blog::objects().values_list(blog::ALL);
}
