//! `Entry.objects.filter(blog_id__in=Blog.objects.all())` is right in Django, and compares with the
//! primary key.

use queryset::demo::blog::{Blog, Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::blog_id.in_(Blog::objects()));
}
