//! The key is a column of its own.

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::create().blog_id(1);
}
