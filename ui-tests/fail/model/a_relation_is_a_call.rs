//! `Product.objects.filter(category__name="Books")` is right in Django; here a join is visible as a
//! call.

use queryset::demo::shop::{Product, product};

fn main() {
    let _ = Product::objects().filter(product::category.name.exact("Books"));
}
