//! NULL is neither greater nor less than a number.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.isnull(false));
}
