//! The rows are locked by their keys.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let good = Entry::objects().filter(entry::rating.gte(4));
    let keys = good.union(Entry::objects()).values_list(entry::id);
    let _ = Entry::objects().filter(entry::id.in_(keys)).select_for_update();
}
