//! A decimal goes with decimals and integers.

use queryset::demo::shop::product;
use rust_decimal::Decimal;

fn main() {
    let _ = product::price * Decimal::new(119, 2);
}
