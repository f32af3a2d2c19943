//! `Blog.objects.order_by(GreaterThan(F("rating"), 3).desc())`: FieldError: Cannot resolve keyword
//! 'rating' into field.

use queryset::demo::blog::{Blog, entry};

fn main() {
    let _ = Blog::objects().order_by(entry::rating.gt(3).desc());
}
