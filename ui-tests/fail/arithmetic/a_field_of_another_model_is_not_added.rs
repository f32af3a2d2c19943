//! `Entry.objects.annotate(x=F("rating") + F("name"))`, of a blog: FieldError: Cannot resolve keyword 'name' into field.

use queryset::demo::blog::{Entry, blog, entry};

fn main() {
    let _ = Entry::objects().annotate(entry::rating + blog::id);
}
