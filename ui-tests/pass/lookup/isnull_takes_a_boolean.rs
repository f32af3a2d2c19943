//! True asks for NULL, false for everything else.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.isnull(true));
}
