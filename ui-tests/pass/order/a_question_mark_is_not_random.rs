//! Random is a function.

use queryset::demo::blog::Entry;
use queryset::random;

fn main() {
    let _ = Entry::objects().order_by(random());
}
