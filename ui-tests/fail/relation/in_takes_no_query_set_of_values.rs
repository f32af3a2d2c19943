//! `Entry.objects.filter(blog__in=Blog.objects.values_list("name"))`: ValueError or
//! no rows: names are compared with keys

use queryset::demo::blog::{Blog, Entry, blog, entry};

fn main() {
    let _ = Entry::objects().filter(entry::blog().in_(Blog::objects().values_list(blog::name)));
}
