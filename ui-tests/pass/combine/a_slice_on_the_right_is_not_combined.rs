//! The outcome can be sliced.

use queryset::demo::blog::Entry;

fn main() {
    let _ = (Entry::objects() | Entry::objects()).offset(3);
}
