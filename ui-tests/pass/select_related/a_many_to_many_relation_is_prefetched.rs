//! Several rows are loaded by a query of their own.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().prefetch_related(entry::authors());
}
