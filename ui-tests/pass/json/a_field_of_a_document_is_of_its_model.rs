//! A document has fields of its own row.

use queryset::demo::blog::{Author, author};
use queryset::json_object;

fn main() {
    let _ = Author::objects().values_list(json_object().field("a", author::age).field("n", author::name));
}
