//! It is joined to entries.

use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::prelude::*;

fn main() {
    cte!(ids: Blog::objects().values(blog::id));
    let of_entry = ids.on(entry::blog_id, blog::id);
    let _ = Entry::objects().filter(of_entry.col(blog::id).gt(1));
}
