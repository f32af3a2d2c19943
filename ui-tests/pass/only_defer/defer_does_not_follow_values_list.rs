//! `values_list()` selects fewer fields by itself.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values_list(entry::rating);
}
