//! `only()` names columns of the model itself.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().only(entry::headline);
}
