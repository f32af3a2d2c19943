//! Both sides are text.

use queryset::demo::blog::{Entry, blog, entry};
use queryset::outer;

fn main() {
    let _ = Entry::objects().filter(entry::headline.exact(outer(blog::name)));
}
