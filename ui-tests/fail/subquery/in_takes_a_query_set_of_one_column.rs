//! `Blog.objects.filter(id__in=Entry.objects.values("id", "blog_id"))`: ValueError: The QuerySet value
//! for the 'in' lookup must have 1 selected fields (received 2)

use queryset::demo::blog::{Blog, Entry, blog, entry};

fn main() {
    let _ = Blog::objects().filter(blog::id.in_(Entry::objects().values_list((entry::id, entry::blog_id))));
}
