//! Equality is `exact`, as in Django.

use queryset::demo::shop::{Product, product};

fn main() {
    let _ = Product::objects().filter(product::price.exact(4));
}
