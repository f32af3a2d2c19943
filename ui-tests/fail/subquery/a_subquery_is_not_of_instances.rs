//! `Subquery(Entry.objects.all()[:1])` is read as a column of keys, or fails.

use queryset::demo::blog::{Blog, Entry};
use queryset::subquery;

fn main() {
    let _ = Blog::objects().annotate(subquery(Entry::objects().limit(1)));
}
