//! `Blog.objects.prefetch_related("authors")`: AttributeError: Cannot find 'authors' on Blog object.

use queryset::demo::blog::{Blog, entry};


fn main() {
    let _ = Blog::objects().prefetch_related(entry::authors());
}
