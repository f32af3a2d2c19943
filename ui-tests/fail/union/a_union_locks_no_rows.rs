//! `a.select_for_update().union(b)`: PostgreSQL: FOR UPDATE is not allowed with UNION/INTERSECT/EXCEPT

use queryset::demo::blog::{Entry, entry};

fn main() {
    let good = Entry::objects().filter(entry::rating.gte(4)).select_for_update();
    let _ = good.union(Entry::objects());
}
