//! A query set is put together with another.

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().union(Entry::objects());
}
