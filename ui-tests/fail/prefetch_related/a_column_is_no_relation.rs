//! `Blog.objects.prefetch_related("name")`: ValueError: 'name' does not resolve to an item that supports
//! prefetching.

use queryset::demo::blog::{Blog, blog};


fn main() {
    let _ = Blog::objects().prefetch_related(blog::name);
}
