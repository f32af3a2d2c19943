//! An exact number is compared with an exact number.

use queryset::demo::shop::{Product, product};
use rust_decimal::Decimal;

fn main() {
    let _ = Product::objects().filter(product::price.exact(Decimal::new(999, 2)));
}
