//! A filtered relation is told to the query, and adds nothing to its rows.

use queryset::demo::blog::{Blog, blog};
use queryset::prelude::*;

fn main() {
    filtered_relation!(top: blog::entry(), |entry| entry.rating.exact(5));
    let _ = Blog::objects().filtered_relation(&top).annotate(top.count());
}
