//! `Blog.objects.annotate(n="entry")`: TypeError: QuerySet.annotate() received non-expression(s): entry.

use queryset::demo::blog::{Blog, blog};

fn main() {
    let _ = Blog::objects().annotate(blog::entry());
}
