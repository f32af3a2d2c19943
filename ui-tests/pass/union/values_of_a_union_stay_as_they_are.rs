//! Of instances values are selected afterwards.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let good = Entry::objects().filter(entry::rating.gte(4));
    let _ = good.union(Entry::objects()).values_list(entry::rating);
}
