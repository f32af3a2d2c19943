//! What is done about locked rows is said after the lock.

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().select_for_update().nowait();
}
