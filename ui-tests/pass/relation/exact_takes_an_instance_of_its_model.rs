//! The authors of an entry are another relation than its blog.

use queryset::demo::blog::{Author, Entry, entry};

fn query(ringo: &Author) {
    let _ = Entry::objects().filter(entry::authors().exact(ringo));
}

fn main() {
    let _ = query;
}
