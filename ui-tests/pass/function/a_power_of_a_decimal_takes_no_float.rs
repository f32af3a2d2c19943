//! A decimal takes a decimal.

use queryset::demo::blog::book;

fn main() {
    let _ = book::price.power(rust_decimal::Decimal::new(5, 1));
}
