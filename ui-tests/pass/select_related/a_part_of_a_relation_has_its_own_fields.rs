//! A field of the blog.

use queryset::demo::blog::{Entry, blog, entry};

fn main() {
    let _ = Entry::objects().select_related(entry::blog().only(blog::name));
}
