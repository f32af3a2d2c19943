//! `Entry.objects.all()[:5].distinct("blog")`: TypeError: Cannot create distinct fields once a slice
//! has been taken.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().limit(5).distinct_on(entry::blog_id);
}
