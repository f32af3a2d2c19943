//! `Entry.objects.values("headline", "name")`: FieldError: Cannot resolve keyword 'name' into field.

use queryset::demo::blog::{Entry, blog, entry};

fn main() {
    let _ = Entry::objects().values((entry::headline, blog::name));
}
