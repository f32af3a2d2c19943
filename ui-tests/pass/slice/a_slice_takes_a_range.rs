//! A range of rows is a range of Rust.

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().slice(2..5);
}
