//! `Entry.objects.values_list("headline", "name")`: FieldError: Cannot resolve keyword 'name' into
//! field.

use queryset::demo::blog::{Entry, blog, entry};

fn main() {
    let _ = Entry::objects().values_list((entry::headline, blog::name));
}
