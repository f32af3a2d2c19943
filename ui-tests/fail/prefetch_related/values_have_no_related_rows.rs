//! `Blog.objects.values("id").prefetch_related("entry_set")`: Django ignores the prefetch.

use queryset::demo::blog::{Blog, blog};


fn main() {
    let _ = Blog::objects().values(blog::id).prefetch_related(blog::entry());
}
