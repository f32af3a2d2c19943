//! A relation takes a query set of instances.

use queryset::demo::blog::{Blog, Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::blog().in_(Blog::objects()));
}
