//! Both are keys.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

fn main() {
    cte!(ids: Entry::objects().values(entry::blog_id));
    let _ = ids.on(entry::blog_id, entry::blog_id);
}
