//! `Prefetch("entry_set", queryset=Entry.objects.select_for_update())`: rows are locked by a query of their
//! own here.

use queryset::demo::blog::{Blog, Entry, blog};
use queryset::prefetch;


fn main() {
    let entries = Entry::objects().select_for_update();
    let _ = Blog::objects().prefetch_related(prefetch(blog::entry(), entries));
}
