//! The details are loaded with the entries.

use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::prefetch;

fn main() {
    let entries = Entry::objects().select_related(entry::entry_detail());
    let _ = Blog::objects().prefetch_related(prefetch(blog::entry(), entries));
}
