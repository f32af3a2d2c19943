//! A boolean is compared with a boolean.

use queryset::demo::shop::{Product, product};

fn main() {
    let _ = Product::objects().filter(product::is_active.exact(true));
}
