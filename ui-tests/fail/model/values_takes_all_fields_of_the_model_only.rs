//! `Entry.objects.values(*[f.name for f in Blog._meta.fields])`: FieldError: Cannot resolve keyword
//! 'name' into field.

use queryset::demo::blog::{Entry, blog};

fn main() {
    let _ = Entry::objects().values(blog::ALL);
}
