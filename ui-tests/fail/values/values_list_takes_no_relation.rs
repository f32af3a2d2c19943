//! `Entry.objects.values_list("blog")` is right in Django, and gives the key of the blog.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values_list(entry::blog());
}
