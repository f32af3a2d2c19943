//! A function or a method of one's own filters before the slice is taken.

use queryset::Filterable;
use queryset::demo::shop::{Product, product};

fn active<Q: Filterable<Product>>(products: Q) -> Q {
    products.filter(product::is_active)
}

trait ProductQuery: Filterable<Product> {
    fn cheap(self) -> Self {
        active(self).exclude(product::price.gt(10))
    }
}

impl<Q: Filterable<Product>> ProductQuery for Q {}

fn main() {
    let _ = active(Product::objects()).limit(5);
    let _ = Product::objects().order_by(product::id).values(product::name).cheap().limit(5);
}
