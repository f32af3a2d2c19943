//! A predicate as an expression.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let good = entry::rating.gt(3).expr();
    let _ = Entry::objects().annotate(good);
}
