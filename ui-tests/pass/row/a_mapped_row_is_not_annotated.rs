//! They are annotated before.

use queryset::demo::blog::{Blog, blog};

struct Row {
    blog: Blog,
    entries: i64,
}

fn main() {
    let _ = Blog::objects().annotate(blog::entry().count()).map(|(blog, entries)| Row { blog, entries });
}
