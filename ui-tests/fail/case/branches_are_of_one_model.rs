//! `Case(When(rating=5, then=Value(1)), When(name="x", then=Value(2)))`, of entries: FieldError: Cannot resolve
//! keyword 'name' into field.

use queryset::demo::blog::{blog, entry};
use queryset::case;

fn main() {
    let _ = case().when(entry::rating.exact(5), 1).when(blog::name.exact("x"), 2);
}
