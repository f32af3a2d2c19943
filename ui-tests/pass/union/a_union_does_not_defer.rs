//! Each query set loads the same fields.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let good = Entry::objects().filter(entry::rating.gte(4));
    let _ = good.only(entry::headline).union(Entry::objects().only(entry::headline));
}
