//! `Entry.objects.filter(blog__in=[1, 2])` is right in Django; here keys are compared with the column of
//! the key.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::blog().in_([1, 2]));
}
