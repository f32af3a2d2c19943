//! A named row of one field is a row, not a value.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values_list(entry::headline).named();
}
