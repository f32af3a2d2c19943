//! The rows of `values()` have names without it.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values(entry::headline);
}
