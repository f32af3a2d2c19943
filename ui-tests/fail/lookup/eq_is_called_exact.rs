//! `Product.objects.filter(price__eq=4)`: FieldError: Unsupported lookup 'eq' for DecimalField or join
//! on the field not permitted.

use queryset::demo::shop::{Product, product};

fn main() {
    let _ = Product::objects().filter(product::price.eq(4));
}
