//! `Blog.objects.prefetch_related("entry_set__authors")`: the authors stand beside their entries.

use queryset::demo::blog::{Blog, blog};


fn main() {
    let _ = Blog::objects().prefetch_related(blog::entry().authors());
}
