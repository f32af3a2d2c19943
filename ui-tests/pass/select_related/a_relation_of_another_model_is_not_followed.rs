//! The path begins at the model of the query.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().select_related(entry::blog().theme());
}
