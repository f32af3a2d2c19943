//! The last rows are the first of the reversed order.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().order_by(entry::rating.desc()).slice(..3);
}
