//! `Entry.objects.filter(top__rating=5)`: FieldError: Cannot resolve keyword 'top' into field.

use queryset::demo::blog::{Entry, blog};
use queryset::prelude::*;

fn main() {
    filtered_relation!(top: blog::entry(), |entry| entry.rating.exact(5));
    let _ = Entry::objects().filter(top.headline.exact("x"));
}
