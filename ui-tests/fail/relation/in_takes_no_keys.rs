//! `Entry.objects.filter(blog__in=[1, 2])` is right in Django, and compares with the keys.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::blog().in_([1, 2]));
}
