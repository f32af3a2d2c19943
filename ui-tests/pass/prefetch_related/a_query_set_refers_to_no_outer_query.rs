//! The related row is reached from the entry.

use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::prefetch;

fn main() {
    let entries = Entry::objects().filter(entry::number_of_comments.exact(entry::blog().id));
    let _ = Blog::objects().prefetch_related(prefetch(blog::entry(), entries));
}
