//! A query without a limit gives all rows.

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().limit(1);
}
