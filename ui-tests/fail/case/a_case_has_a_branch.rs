//! `Case(default=Value(3))` is its default: it chooses nothing.

use queryset::demo::blog::Entry;
use queryset::case;

fn main() {
    let _ = Entry::objects().annotate(case().otherwise(3));
}
