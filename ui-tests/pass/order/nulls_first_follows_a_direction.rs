//! The direction comes first.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().order_by(entry::rating.asc().nulls_first());
}
