//! Each query set can be distinct on fields.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let newest = Entry::objects().order_by((entry::blog_id, entry::pub_date)).distinct_on(entry::blog_id);
    let _ = newest.union(Entry::objects());
}
