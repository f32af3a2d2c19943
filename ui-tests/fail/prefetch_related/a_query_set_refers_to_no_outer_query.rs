//! `Prefetch("entry_set", queryset=Entry.objects.filter(rating=OuterRef("id")))`: ValueError: This queryset
//! contains a reference to an outer query.

use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::{outer, prefetch};


fn main() {
    let entries = Entry::objects().filter(entry::number_of_comments.exact(outer(blog::id)));
    let _ = Blog::objects().prefetch_related(prefetch(blog::entry(), entries));
}
