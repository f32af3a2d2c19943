//! `Entry.objects.filter(blog_id=beatles)` is right in Django, which reads the key of the instance.

use queryset::demo::blog::{Blog, Entry, entry};

fn query(beatles: &Blog) {
    let _ = Entry::objects().filter(entry::blog_id.exact(beatles));
}

fn main() {
    let _ = query;
}
