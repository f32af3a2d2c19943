//! `ProductMeta.objects.filter(metadata__rating=KT("metadata__count"))` on PostgreSQL: ProgrammingError: operator
//! does not exist: jsonb = text

use queryset::demo::shop::{ProductMeta, product_meta};

fn main() {
    let _ = ProductMeta::objects().filter(product_meta::metadata.key("a").exact(product_meta::metadata.key("b").as_text()));
}
