//! `Entry.objects.order_by("name")`: FieldError: Cannot resolve keyword 'name' into field.

use queryset::demo::blog::{Entry, blog};

fn main() {
    let _ = Entry::objects().order_by(blog::name);
}
