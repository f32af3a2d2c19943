//! `Entry.objects.order_by("blog")` is right in Django, and takes the order of the related model.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().order_by(entry::blog());
}
