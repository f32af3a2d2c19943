//! `Product.objects.filter(is_active=1)`: Django takes 1 for True.

use queryset::demo::shop::{Product, product};

fn main() {
    let _ = Product::objects().filter(product::is_active.exact(1));
}
