//! The outcome can be selected from.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = (Entry::objects() | Entry::objects()).values_list(entry::headline);
}
