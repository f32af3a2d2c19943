//! `Entry.objects.filter(blog__name="Beatles Blog")` is right in Django; here a join is visible as a
//! call.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::blog.name.exact("Beatles Blog"));
}
