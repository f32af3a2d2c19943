//! `Entry.objects.only("blog")` is right in Django.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().only(entry::blog());
}
