//! The relation, not its column.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().select_related(entry::blog());
}
