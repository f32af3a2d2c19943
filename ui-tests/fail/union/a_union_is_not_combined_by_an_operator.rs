//! `a.union(b) | c`: TypeError: Cannot use | operator with combined queryset.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let good = Entry::objects().filter(entry::rating.gte(4));
    let _ = good.union(Entry::objects()) | Entry::objects();
}
