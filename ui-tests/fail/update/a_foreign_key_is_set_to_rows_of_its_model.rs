//! `Entry.objects.update(blog=ringo)`: Django writes the author's key into the blog's column.

use queryset::demo::blog::{Author, entry};

fn query(ringo: &Author) {
    let _ = entry::blog().set(ringo);
}

fn main() {
    let _ = query;
}
