//! A predicate over a relation needs no `exists()`; the query set inside may refer to the outer query,
//! or not.

use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::{exists, outer};

fn main() {
    let _ = Blog::objects().filter(blog::entry().rating.exact(5));
    let _ = Blog::objects().filter(exists(Entry::objects().filter(entry::blog_id.exact(outer(blog::id)))));
    let _ = Blog::objects().filter(!exists(Entry::objects()));
}
