//! `Window(Rank(), partition_by="blog", order_by="tagline")`: FieldError: Cannot resolve keyword
//! 'tagline' into field.

use queryset::demo::blog::{blog, entry};
use queryset::prelude::*;

fn main() {
    let _ = rank().over(window().partition_by(entry::blog_id).order_by(blog::tagline));
}
