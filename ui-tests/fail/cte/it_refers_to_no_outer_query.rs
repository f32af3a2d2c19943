//! A CTE that refers to the query around it: the database knows no such table.

use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::prelude::*;

fn main() {
    let of_blog = Entry::objects().filter(entry::blog_id.exact(outer(blog::id)));
    cte!(ids: of_blog.values(entry::id));
    let _ = ids.rows();
    let _ = Blog::objects();
}
