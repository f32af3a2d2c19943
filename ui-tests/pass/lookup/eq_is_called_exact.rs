//! Equality is `exact`, as in Django.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.exact(4));
}
