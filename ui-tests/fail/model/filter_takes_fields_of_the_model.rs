//! `Entry.objects.filter(name="Beatles Blog")`: FieldError: Cannot resolve keyword 'name' into field.

use queryset::demo::blog::{Entry, blog};

fn main() {
    let _ = Entry::objects().filter(blog::name.exact("Beatles Blog"));
}
