//! An inner join has its row.

use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::prelude::*;

struct Row {
    entries: i64,
}

fn main() {
    named!(n: entry::id.count());
    cte!(busy: Entry::objects().values(entry::blog_id).annotate(&n));
    let of_blog = busy.on(blog::id, entry::blog_id);
    let _ = Blog::objects().values_as(row!(Row { entries: of_blog.col(&n) }));
}
