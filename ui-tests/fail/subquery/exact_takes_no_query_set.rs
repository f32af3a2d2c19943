//! `Entry.objects.filter(blog=Blog.objects.filter(name="Pop"))`: ValueError: The QuerySet value for an exact
//! lookup must be limited to one result using slicing.

use queryset::demo::blog::{Blog, blog, entry};

fn main() {
    let _ = entry::blog_id.exact(Blog::objects().values_list(blog::id));
}
