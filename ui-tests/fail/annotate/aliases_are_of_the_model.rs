//! `Blog.objects.alias(best=Max("rating"))`: FieldError: Cannot resolve keyword 'rating' into field.

use queryset::demo::blog::{Blog, entry};

fn main() {
    let _ = Blog::objects().alias(entry::rating.max());
}
