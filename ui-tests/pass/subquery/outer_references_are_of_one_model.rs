//! Both references are to the blog.

use queryset::demo::blog::{Entry, blog, entry};
use queryset::outer;

fn main() {
    let _ = Entry::objects()
        .filter(entry::blog_id.exact(outer(blog::id)))
        .filter(entry::headline.exact(outer(blog::name)));
}
