//! Rows that were made into structs take no further values.

use queryset::demo::blog::{Blog, blog};

struct Row {
    blog: Blog,
}

fn main() {
    let _ = Blog::objects().map(|blog| Row { blog }).annotate(blog::entry().count());
}
