//! `F("rating").nulls_first()`: AttributeError: 'F' object has no attribute 'nulls_first'

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().order_by(entry::rating.nulls_first());
}
