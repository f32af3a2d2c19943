//! `Product.objects.filter(price=9.99)`: Django turns the float into the decimal that it prints as.

use queryset::demo::shop::{Product, product};

fn main() {
    let _ = Product::objects().filter(product::price.exact(9.99));
}
