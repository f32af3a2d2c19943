//! A CTE that was joined to blogs, in a query on entries: FieldError: Cannot resolve keyword into field.

use queryset::demo::blog::{Entry, blog, entry};
use queryset::prelude::*;

fn main() {
    cte!(ids: Entry::objects().values(entry::blog_id));
    let of_blog = ids.on(blog::id, entry::blog_id);
    let _ = Entry::objects().filter(of_blog.col(entry::blog_id).gt(1));
}
