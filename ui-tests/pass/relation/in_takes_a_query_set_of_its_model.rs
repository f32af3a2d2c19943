//! A query set of the model that the relation leads to.

use queryset::demo::blog::{Blog, Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::blog().in_(Blog::objects()));
}
