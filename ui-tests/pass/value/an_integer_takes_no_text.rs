//! An integer field is compared with a number.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.gt(4));
}
