//! `a.union(b).filter(pk=1)`: NotSupportedError: Calling QuerySet.filter() after union() is not supported.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let good = Entry::objects().filter(entry::rating.gte(4));
    let _ = good.union(Entry::objects()).filter(entry::id.exact(1));
}
