//! `Entry.objects.filter(blog=1)` is right in Django, and compares with the key.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::blog().exact(1));
}
