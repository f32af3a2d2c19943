//! A number for a number.

use queryset::demo::blog::{Blog, blog, entry};
use queryset::subquery;

fn main() {
    let _ = entry::rating.exact(subquery(Blog::objects().values_list(blog::name.length()).limit(1)));
}
