//! `Blog.objects.annotate(n=Count("entry")).annotate(s=Sum("n"))`: FieldError: Cannot compute Sum('n'):
//! 'n' is an aggregate

use queryset::demo::blog::{Blog, blog};

fn main() {
    let n = blog::entry().count();
    let _ = Blog::objects().annotate(&n).annotate(n.sum());
}
