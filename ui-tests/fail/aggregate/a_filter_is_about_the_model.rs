//! `Count("entry", filter=Q(rating=5))`, of blogs: FieldError: Cannot resolve keyword 'rating' into field.

use queryset::demo::blog::{blog, entry};

fn main() {
    let _ = blog::entry().count().filter(entry::rating.exact(5));
}
