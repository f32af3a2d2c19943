//! What of the related model orders the rows is said.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().order_by(entry::blog().name);
}
