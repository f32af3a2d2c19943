//! `Entry.objects.order_by("theme")`: FieldError: Cannot resolve keyword 'theme' into field.

use queryset::demo::blog::{Entry, blog};

fn main() {
    let _ = Entry::objects().order_by(blog::theme());
}
