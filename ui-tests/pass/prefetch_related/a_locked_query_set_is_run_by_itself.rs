//! The blogs are locked, their entries are not.

use queryset::demo::blog::{Blog, Entry, blog};
use queryset::prefetch;

fn main() {
    let entries = Entry::objects();
    let _ = Blog::objects().prefetch_related(prefetch(blog::entry(), entries)).select_for_update();
}
