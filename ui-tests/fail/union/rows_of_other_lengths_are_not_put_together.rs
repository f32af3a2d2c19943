//! `a.values_list("id", "headline").union(b.values_list("id"))`: the database refuses it: SELECTs to the left
//! and right of UNION do not have the same number of result columns

use queryset::demo::blog::{Entry, entry};

fn main() {
    let pairs = Entry::objects().values_list((entry::id, entry::headline));
    let _ = pairs.union(Entry::objects().values_list(entry::id));
}
