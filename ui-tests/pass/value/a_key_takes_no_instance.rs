//! The relation takes the instance, the key column takes the key.

use queryset::demo::blog::{Blog, Entry, entry};

fn query(beatles: &Blog) {
    let _ = Entry::objects().filter(entry::blog().exact(beatles));
    let _ = Entry::objects().filter(entry::blog_id.exact(beatles.id));
}

fn main() {
    let _ = query;
}
