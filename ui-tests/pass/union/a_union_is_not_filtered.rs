//! Each query set is filtered before.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let good = Entry::objects().filter(entry::rating.gte(4));
    let first = entry::id.exact(1);
    let _ = good.filter(&first).union(Entry::objects().filter(&first));
}
