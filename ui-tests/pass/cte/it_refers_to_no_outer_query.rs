//! Its rows do.

use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::prelude::*;

fn main() {
    cte!(ids: Entry::objects().values((entry::id, entry::blog_id)));
    let of_blog = ids.rows().filter(ids.col(entry::blog_id).exact(outer(blog::id)));
    let _ = Blog::objects().filter(exists(of_blog));
}
