//! `Entry.objects.values_list("name")`: FieldError: Cannot resolve keyword 'name' into field.

use queryset::demo::blog::{Entry, blog};

fn main() {
    let _ = Entry::objects().values_list(blog::name);
}
