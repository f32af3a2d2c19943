//! One relation is one column.

use queryset::demo::blog::{Blog, Entry, blog, entry};

fn main() {
    let rows = Entry::objects().values_list(entry::blog());
    let _ = Blog::objects().filter(blog::id.in_(rows));
}
