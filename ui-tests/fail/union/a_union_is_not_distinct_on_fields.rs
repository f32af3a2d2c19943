//! `a.union(b).distinct("blog")`: NotSupportedError: Calling QuerySet.distinct() after union() is not
//! supported.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let good = Entry::objects().filter(entry::rating.gte(4));
    let _ = good.union(Entry::objects()).distinct_on(entry::blog_id);
}
