//! `Entry.objects.filter(rating__gt=F("rating") + F("age"))`: FieldError: Cannot resolve keyword 'age'
//! into field.

use queryset::demo::blog::{Entry, author, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.gt(entry::number_of_comments + author::age));
}
