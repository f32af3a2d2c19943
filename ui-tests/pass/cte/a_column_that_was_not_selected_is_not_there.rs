//! It is selected.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

fn main() {
    cte!(ids: Entry::objects().values((entry::id, entry::headline)));
    let _ = ids.rows().values_list(ids.col(entry::headline));
}
