//! `a.union(b).only("headline")`: NotSupportedError: Calling QuerySet.only() after union() is not supported.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let good = Entry::objects().filter(entry::rating.gte(4));
    let _ = good.union(Entry::objects()).only(entry::headline);
}
