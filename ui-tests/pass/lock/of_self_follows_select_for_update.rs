//! The lock comes first.

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().select_for_update().of_self();
}
