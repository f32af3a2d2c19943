//! A field of a related model is a value of its own.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values((entry::headline, entry::blog().name));
}
