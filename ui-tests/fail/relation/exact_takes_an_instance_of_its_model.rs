//! `Entry.objects.filter(blog=ringo)`: ValueError: Cannot query "Author object (1)": Must be "Blog"
//! instance.

use queryset::demo::blog::{Author, Entry, entry};

fn query(ringo: &Author) {
    let _ = Entry::objects().filter(entry::blog().exact(ringo));
}

fn main() {
    let _ = query;
}
