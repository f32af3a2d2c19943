//! `Blog.objects.order_by("rating")`: FieldError: Cannot resolve keyword 'rating' into field.

use queryset::demo::blog::{Blog, EntryFilter};

fn main() {
    let _ = Blog::objects().order_by(EntryFilter::default().ordering);
}
