//! `distinct_on()` comes first.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().distinct_on(entry::blog_id).limit(5);
}
