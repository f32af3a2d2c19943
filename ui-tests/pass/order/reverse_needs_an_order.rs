//! An order can be reversed.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().order_by(entry::pub_date).reverse();
}
