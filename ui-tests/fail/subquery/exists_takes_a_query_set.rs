//! `Blog.objects.filter(Exists(Q(entry__rating=5)))`: AttributeError: 'Q' object has no attribute
//! 'clone'

use queryset::demo::blog::{Blog, blog};
use queryset::exists;

fn main() {
    let _ = Blog::objects().filter(exists(blog::entry().rating.exact(5)));
}
