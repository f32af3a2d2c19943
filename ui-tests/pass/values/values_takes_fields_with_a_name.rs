//! Tuples need no names.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values_list((entry::headline, entry::rating + 1));
}
