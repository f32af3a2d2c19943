//! `Entry.objects.distinct("blog")` is right in Django on PostgreSQL; here DISTINCT ON has a name of
//! its own.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().distinct(entry::blog_id);
}
