//! `Blog.objects.order_by(Exists(entries))` is right in Django.

use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::{exists, outer};

fn main() {
    let entries = Entry::objects().filter(entry::blog_id.exact(outer(blog::id)));
    let _ = Blog::objects().order_by(exists(entries));
}
