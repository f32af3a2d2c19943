//! The items are of the field's kind.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.in_([4, 5]));
}
