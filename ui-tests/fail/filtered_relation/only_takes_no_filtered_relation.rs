//! `Blog.objects.annotate(top=FilteredRelation("entry")).only("top__headline")`: ValueError: only()
//! is not supported with FilteredRelation.

use queryset::demo::blog::{Blog, blog};
use queryset::prelude::*;

fn main() {
    filtered_relation!(top: blog::entry(), |entry| entry.rating.exact(5));
    let _ = Blog::objects().filtered_relation(&top).only(top.headline);
}
