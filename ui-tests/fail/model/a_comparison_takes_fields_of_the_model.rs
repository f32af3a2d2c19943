//! `Entry.objects.filter(rating__gt=F("age"))`: FieldError: Cannot resolve keyword 'age' into field.

use queryset::demo::blog::{Entry, author, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.gt(author::age));
}
