//! `Entry.objects.annotate(s=Window(Sum("rating"), partition_by="tagline"))`: FieldError: Cannot
//! resolve keyword 'tagline' into field.

use queryset::demo::blog::{blog, entry};
use queryset::prelude::*;

fn main() {
    let _ = entry::rating.sum().over(window().partition_by(blog::tagline));
}
