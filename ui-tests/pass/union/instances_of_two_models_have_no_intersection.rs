//! Values of the same types have one.

use queryset::demo::blog::{Blog, Entry, blog, entry};

fn main() {
    let _ =
        Entry::objects().values_list(entry::headline).intersection(Blog::objects().values_list(blog::name));
}
