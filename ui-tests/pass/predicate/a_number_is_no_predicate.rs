//! A lookup makes a predicate of a field; a boolean field is one by itself.

use queryset::demo::blog::{Entry, entry};
use queryset::demo::shop::{Product, product};

fn main() {
    let _ = Entry::objects().filter(entry::rating.isnull(false));
    let _ = Product::objects().filter(product::is_active);
}
