//! `Entry.objects.distinct("name")`: FieldError: Cannot resolve keyword 'name' into field.

use queryset::demo::blog::{Entry, blog};

fn main() {
    let _ = Entry::objects().distinct_on(blog::name);
}
