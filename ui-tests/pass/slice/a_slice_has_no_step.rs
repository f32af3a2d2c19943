//! Every other row is taken from the list, where it is seen.

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().slice(0..10);
}
