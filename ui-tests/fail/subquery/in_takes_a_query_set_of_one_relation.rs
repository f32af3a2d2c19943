//! `Blog.objects.filter(id__in=Entry.objects.values_list("blog", "id"))`: ValueError: The QuerySet
//! value for the 'in' lookup must have 1 selected fields (received 2)

use queryset::demo::blog::{Blog, Entry, blog, entry};

fn main() {
    let rows = Entry::objects().values_list((entry::blog(), entry::id));
    let _ = Blog::objects().filter(blog::id.in_(rows));
}
