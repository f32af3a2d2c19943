//! Query sets on one model are combined.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.exact(5)) | Entry::objects();
}
