//! Entries of a blog.

use queryset::demo::blog::{Blog, Entry, blog};
use queryset::prefetch;

fn main() {
    let _ = Blog::objects().prefetch_related(prefetch(blog::entry(), Entry::objects()));
}
