//! Two are enough for most.

use queryset::demo::blog::{blog, entry};
use queryset::outer;

fn main() {
    let _ = entry::blog_id.exact(outer(outer(blog::id)));
}
