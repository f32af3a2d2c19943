//! `active(Product.objects.all()[:5])`: TypeError: Cannot filter a query once a slice has been taken.

use queryset::Filterable;
use queryset::demo::shop::{Product, product};

fn active<Q: Filterable<Product>>(products: Q) -> Q {
    products.filter(product::is_active)
}

fn main() {
    let _ = active(Product::objects().limit(5));
}
