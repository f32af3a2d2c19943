//! `Entry.objects.values("tagline")`: FieldError: Cannot resolve keyword 'tagline' into field.

use queryset::demo::blog::{Entry, blog};
use queryset::prelude::*;

struct Row {
    tagline: String,
}

fn main() {
    let _ = Entry::objects().values_as(row!(Row { tagline: blog::tagline }));
}
