//! In a query on blogs.

use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::{outer, subquery};

fn main() {
    let entries = Entry::objects().filter(entry::body_text.exact(outer(blog::tagline)));
    let _ = Blog::objects().annotate(subquery(entries.values_list(entry::id).limit(1)));
}
