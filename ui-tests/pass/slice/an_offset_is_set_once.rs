//! A part of a slice is taken by `slice()`.

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().offset(2).slice(1..);
}
