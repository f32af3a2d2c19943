//! `Entry.objects.filter(blog_id=F("pk"))` inside of a `Subquery` of blogs: it is the key of the entry, without a word.

use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::subquery;

fn main() {
    let entries = Entry::objects().filter(entry::blog_id.exact(blog::id));
    let _ = Blog::objects().annotate(subquery(entries.values_list(entry::headline).limit(1)));
}
