//! A relation is a function.

use queryset::demo::shop::{Product, product};

fn main() {
    let _ = Product::objects().filter(product::category().name.exact("Books"));
}
