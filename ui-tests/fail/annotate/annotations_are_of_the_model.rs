//! `Blog.objects.annotate(best=Max("rating"))`: FieldError: Cannot resolve keyword 'rating' into field.

use queryset::demo::blog::{Blog, entry};

fn main() {
    let _ = Blog::objects().annotate(entry::rating.max());
}
