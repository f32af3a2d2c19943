//! One key, or any of them.

use queryset::demo::blog::{Blog, blog, entry};
use queryset::subquery;

fn main() {
    let _ = entry::blog_id.exact(subquery(Blog::objects().values_list(blog::id).limit(1)));
    let _ = entry::blog_id.in_(Blog::objects().values_list(blog::id));
}
