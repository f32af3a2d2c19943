//! `Blog.objects.annotate(top=FilteredRelation("entry"))` is right in Django.

use queryset::demo::blog::{Blog, blog};
use queryset::prelude::*;

fn main() {
    filtered_relation!(top: blog::entry(), |entry| entry.rating.exact(5));
    let _ = Blog::objects().filtered_relation(top.count());
}
