//! A relation takes a query set of its model; a column takes one of a column.

use queryset::demo::blog::{Blog, Entry, blog, entry};

fn main() {
    let _ = Entry::objects().filter(entry::blog().in_(Blog::objects()));
    let _ = Entry::objects().filter(entry::blog_id.in_(Blog::objects().values_list(blog::id)));
}
