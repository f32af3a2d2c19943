//! `Entry.objects.filter(blog=1)` is a comparison with the key in Django.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::blog().exact(1));
}
