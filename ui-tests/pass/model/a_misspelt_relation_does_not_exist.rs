//! Relations are functions of the model's module.

use queryset::demo::blog::{Blog, blog};

fn main() {
    let _ = Blog::objects().filter(blog::entry().headline.exact("Help!"));
}
