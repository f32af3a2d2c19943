//! Both have two columns.

use queryset::demo::blog::{Blog, Entry, blog, entry};

fn main() {
    let pairs = Entry::objects().values_list((entry::id, entry::headline));
    let _ = pairs.union(Blog::objects().values_list((blog::id, blog::name)));
}
