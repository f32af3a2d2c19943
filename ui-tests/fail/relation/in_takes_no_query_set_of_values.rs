//! `Entry.objects.filter(blog__in=Blog.objects.values("id", "name"))`: ValueError: The QuerySet value
//! for the 'in' lookup must have 1 selected fields (received 2)

use queryset::demo::blog::{Blog, Entry, blog, entry};

fn main() {
    let _ = Entry::objects().filter(entry::blog().in_(Blog::objects().values((blog::id, blog::name))));
}
