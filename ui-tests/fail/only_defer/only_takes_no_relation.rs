//! `Entry.objects.only("blog")` is right in Django, and loads the key of the blog.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().only((entry::headline, entry::blog()));
}
