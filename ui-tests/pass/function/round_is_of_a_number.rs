//! An average is rounded.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().annotate(entry::rating.avg().round(2));
}
