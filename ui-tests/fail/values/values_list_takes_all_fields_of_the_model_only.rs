//! `Entry.objects.values_list("tagline")`: FieldError: Cannot resolve keyword 'tagline' into field.

use queryset::demo::blog::{Entry, blog};

fn main() {
    let _ = Entry::objects().values_list(blog::ALL);
}
