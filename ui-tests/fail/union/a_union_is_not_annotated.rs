//! `a.union(b).annotate(x=Value(1))`: NotSupportedError: Calling QuerySet.annotate() after union() is not
//! supported.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

fn main() {
    let good = Entry::objects().filter(entry::rating.gte(4));
    let _ = good.union(Entry::objects()).annotate(value(1));
}
