//! A tuple may mix values and expressions of the kind.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.in_((4, entry::number_of_comments)));
}
