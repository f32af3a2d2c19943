//! `Entry.objects.order_by("id", "tagline")`: FieldError: Cannot resolve keyword 'tagline' into
//! field.

use queryset::demo::blog::{Entry, blog, entry};

fn main() {
    let _ = Entry::objects().order_by(vec![entry::id.asc(), blog::tagline.asc()]);
}
