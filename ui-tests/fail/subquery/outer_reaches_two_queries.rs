//! `OuterRef(OuterRef(OuterRef("pk")))`: Django has it; here a query reaches two others around it.

use queryset::demo::blog::{blog, entry};
use queryset::outer;

fn main() {
    let _ = entry::blog_id.exact(outer(outer(outer(blog::id))));
}
