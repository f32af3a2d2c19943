//! `Coalesce("summary", "name")`, of an entry and a blog: FieldError: Cannot resolve keyword 'name' into field.

use queryset::demo::blog::{Entry, blog, entry};

fn main() {
    let _ = Entry::objects().annotate(entry::summary.coalesce(blog::name));
}
