//! `Entry.objects.filter(headlin="Help!")`: FieldError: Cannot resolve keyword 'headlin' into field.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::headlin.exact("Help!"));
}
