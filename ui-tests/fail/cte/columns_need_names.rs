//! `CTE(Entry.objects.annotate(n=…))` has columns by name; `values_list()` here has none.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

fn main() {
    cte!(ids: Entry::objects().values_list(entry::id));
    let _ = ids.rows();
}
