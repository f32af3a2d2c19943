//! `cte.join(Entry, blog__name=cte.col.headline)`, which joins the blogs before.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

fn main() {
    cte!(names: Entry::objects().values(entry::headline));
    let _ = names.on(entry::blog().name, entry::headline);
}
