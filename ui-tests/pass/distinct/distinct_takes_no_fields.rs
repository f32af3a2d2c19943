//! DISTINCT ON is another method than DISTINCT.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().distinct_on(entry::blog_id);
}
