//! It is joined to the blogs, and they to the entries.

use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::prelude::*;

fn main() {
    cte!(names: Entry::objects().values(entry::headline));
    let of_blog = names.on(blog::name, entry::headline);
    let _ = Entry::objects().filter(entry::blog_id.in_(Blog::objects().join(&of_blog).values_list(blog::id)));
}
