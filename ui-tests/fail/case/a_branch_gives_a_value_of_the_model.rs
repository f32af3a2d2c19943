//! `Case(When(rating=5, then=F("name")))`, of entries: FieldError: Cannot resolve keyword 'name' into field.

use queryset::demo::blog::{blog, entry};
use queryset::case;

fn main() {
    let _ = case().when(entry::rating.exact(5), blog::name);
}
