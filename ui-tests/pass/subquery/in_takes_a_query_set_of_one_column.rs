//! One column is selected.

use queryset::demo::blog::{Blog, Entry, blog, entry};

fn main() {
    let _ = Blog::objects().filter(blog::id.in_(Entry::objects().values_list(entry::blog_id)));
}
