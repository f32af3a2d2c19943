//! `distinct()` comes first.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values_list(entry::rating).distinct().limit(5);
}
