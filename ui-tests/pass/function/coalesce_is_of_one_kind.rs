//! A number stands in for a number.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values_list(entry::rating.coalesce(0));
}
