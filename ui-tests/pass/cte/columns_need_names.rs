//! `values()` has.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

fn main() {
    cte!(ids: Entry::objects().values(entry::id));
    let _ = ids.rows();
}
