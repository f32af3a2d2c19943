//! `Blog.objects.alias(a=Avg(Count("entry")))`: FieldError: Cannot compute Avg('Count'): 'Count' is an aggregate

use queryset::demo::blog::{Blog, blog};

fn main() {
    let _ = Blog::objects().alias(blog::entry().count().avg());
}
