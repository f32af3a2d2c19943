//! `Value(1)`.

use queryset::demo::blog::Entry;
use queryset::value;

fn main() {
    let _ = Entry::objects().annotate(value(1));
}
