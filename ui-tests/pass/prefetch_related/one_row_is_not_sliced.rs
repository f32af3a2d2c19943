//! Several rows are sliced for each blog.

use queryset::demo::blog::{Blog, Entry, blog};
use queryset::prefetch;

fn main() {
    let _ = Blog::objects().prefetch_related(prefetch(blog::entry(), Entry::objects().limit(1)));
}
