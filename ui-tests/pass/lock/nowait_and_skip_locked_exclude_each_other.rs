//! One of the two.

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().select_for_update().skip_locked();
}
