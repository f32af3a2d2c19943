//! Fields of related rows are selected by `values()`.

use queryset::demo::blog::{Blog, blog};
use queryset::prelude::*;

fn main() {
    filtered_relation!(top: blog::entry(), |entry| entry.rating.exact(5));
    let _ = Blog::objects().filtered_relation(&top).values((blog::name, top.headline));
}
