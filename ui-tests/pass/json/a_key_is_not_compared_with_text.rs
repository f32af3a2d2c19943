//! A key is compared with a key, and its text with a text.

use queryset::demo::shop::{ProductMeta, product_meta};

fn main() {
    let _ =
        ProductMeta::objects().filter(product_meta::metadata.key("a").exact(product_meta::metadata.key("b")));
}
