use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::{outer, subquery};

fn main() {
    let entries = Entry::objects().filter(entry::blog_id.exact(outer(blog::id)));
    let _ = Blog::objects().annotate(subquery(entries.values_list(entry::headline).limit(1)));
}
